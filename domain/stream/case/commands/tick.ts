import { type GateChange, withSeats } from '../../../approval/close-step.ts';
import type { Gate } from '../../../approval/gate-schema.ts';
import type { GateState } from '../../../approval/gate-state.ts';
import { applyDeadline, type DeadlineAction, stepDeadline } from '../../../approval/step-deadline.ts';
import { addWorkingTime } from '../../../calendar/add-working-time.ts';
import { durationMs } from '../../../calendar/duration.ts';
import { breachClock } from '../../../sla/breach-clock.ts';
import type { EscalationStep } from '../../../sla/clock-schema.ts';
import { crossedThresholds } from '../../../sla/crossed-thresholds.ts';
import { fireThreshold } from '../../../sla/fire-threshold.ts';
import type { Recipient } from '../../../sla/recipient-schema.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import { type CaseWorld, calendarOf } from '../case-world.ts';
import { armClock, recordClock } from '../clock-moves.ts';
import { advanceGate, armGate, seatingOf } from '../gate-moves.ts';
import { oweNotice } from '../notices.ts';
import { oweSync } from '../owe-sync.ts';
import { oweSeat, routeKey, startRouting } from '../start-routing.ts';
import { followGate } from './decide-on.ts';
import { raisePriority } from './urgency.ts';

/**
 * Wakes a clock up: records a breach once, takes the steps of every threshold crossed, and arms the next moment.
 * Nothing before its time, whatever the caller's idea of it: `world.now` alone decides.
 */
export function decideClockTick(state: CaseState, clockId: string, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const found = state.clocks.find((clock) => clock.id === clockId);
  const definition = world.definition.clocks.get(clockId);
  if (found === undefined || definition === undefined || !state.open) return course.decision();
  const { calendar } = calendarOf(world, found.target.calendarId);
  const crossed = crossedThresholds(found, definition.thresholds, calendar, world.now);
  let clock = breachClock(found, world.now);
  for (const { id } of crossed) clock = fireThreshold(clock, id, world.now);
  if (clock === found) {
    armClock(course, world, clock);
    return course.decision();
  }
  recordClock(course, world, clock);
  for (const { id } of crossed) {
    const threshold = definition.thresholds.find((each) => each.id === id);
    for (const step of threshold?.steps ?? []) takeStep(course, world, step, `${clockId}:${id}`);
  }
  return course.decision();
}

/** One step of an escalation; who cannot be reached is replaced by those who answer for the case. */
function takeStep(course: CaseCourse, world: CaseWorld, step: EscalationStep, ref: string): void {
  if (step.do === 'notify') {
    const overdue = course.state.clocks.some(
      (clock) =>
        clock.id === ref.split(':')[0] && clock.intervals.some((interval) => interval.kind === 'breached'),
    );
    for (const to of step.to.flatMap((recipient) => recipients(course.state, recipient, world)))
      oweNotice(course, world, { to, why: overdue ? 'overdue' : 'due-soon', ref });
    return;
  }
  if (step.do === 'raise_priority') {
    raisePriority(course);
    return;
  }
  course.happened('escalated', {
    by: 'clock',
    clock: ref,
    step: step.do,
    level: course.state.escalation + 1,
  });
  if (step.do === 'reassign') startRouting(course, 'escalated', world.now);
  else if (step.do === 'queue') toQueue(course, world, step.queue);
  else toManager(course, world, ref);
}

function toQueue(course: CaseCourse, world: CaseWorld, queue: string): void {
  const team = world.definition.document.queues?.find((each) => each.id === queue)?.team;
  const before = course.state.owner;
  course.cancel(routeKey(course.state.epoch));
  course.happened('routing-asked', { epoch: course.state.epoch + 1, cause: 'escalated' });
  course.happened('routed', {
    epoch: course.state.epoch,
    kind: 'queued',
    queue,
    team,
    by: 'escalation',
    reason: 'an escalation moved it to this queue',
  });
  oweSync(course, world, 'routed');
  oweSeat(course, before, world.now);
}

function toManager(course: CaseCourse, world: CaseWorld, ref: string): void {
  const manager =
    course.state.owner === null ? null : (world.directory.person(course.state.owner)?.managerId ?? null);
  const reachable = manager !== null && world.directory.person(manager)?.active === true;
  oweNotice(course, world, {
    to: reachable ? manager : `role:${course.state.accountable}`,
    why: 'escalated',
    ref,
  });
}

function recipients(state: CaseState, recipient: Recipient, world: CaseWorld): string[] {
  if ('role' in recipient) return [`role:${recipient.role}`];
  if ('team' in recipient) return [...(world.directory.team(recipient.team)?.members ?? [])];
  if ('pool' in recipient) return [`pool:${recipient.pool}`];
  if ('requester' in recipient) return [state.behalf ?? state.requester];
  if ('owner' in recipient) return [`role:${state.accountable}`];
  const owner = state.owner;
  if ('manager' in recipient) {
    const manager = owner === null ? null : world.directory.person(owner)?.managerId;
    return [manager ?? `role:${state.accountable}`];
  }
  return [owner ?? `role:${state.accountable}`];
}

/** Looks at a gate's deadline: reminds, calls in the backup, decides if the designer said so, or tells who answers for the case. */
export function decideGateTick(state: CaseState, gateId: string, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const gateState = state.gates.find((gate) => gate.gate === gateId);
  const gate = world.definition.gates.get(gateId);
  if (gate === undefined || gateState?.status !== 'open' || !state.open) return course.decision();
  const check = { gate, gateState, accountable: state.accountable, at: world.now };
  const action = stepDeadline(check);
  if (action.kind === 'nothing') {
    armGate(course, world, gateState);
    return course.decision();
  }
  const definition = gate.steps[gateState.step];
  const { calendar } = calendarOf(world, definition?.deadline?.calendar ?? 'always');
  const nextDueAt =
    definition?.deadline === undefined
      ? null
      : addWorkingTime(calendar, world.now, durationMs(definition.deadline.duration, calendar));
  followDeadline(course, world, {
    gate,
    gateState,
    action,
    changed: applyDeadline(check, action, nextDueAt),
  });
  return course.decision();
}

interface PassedDeadline {
  readonly gate: Gate;
  readonly gateState: GateState;
  readonly action: DeadlineAction;
  readonly changed: GateChange;
}

function followDeadline(course: CaseCourse, world: CaseWorld, passed: PassedDeadline): void {
  const { gate, gateState, action, changed } = passed;
  const ref = `${gate.id}:${gateState.round}:${changed.gateState.steps[gateState.step]?.passed ?? 0}`;
  if (action.kind === 'remind' || action.kind === 'owner') {
    for (const person of action.people) oweNotice(course, world, { to: person, why: 'remind', ref });
  }
  if (action.kind === 'owner') oweNotice(course, world, { to: `role:${action.role}`, why: 'incident', ref });
  advanceGate(course, world, gate, changed);
  if (action.kind === 'escalate') {
    course.happened('escalated', { by: 'gate', gateId: gate.id, level: course.state.escalation + 1 });
    const seating = seatingOf(course.state, world, gate, gateState.step);
    advanceGate(course, world, gate, { gateState: withSeats(changed.gateState, seating) });
  } else if (changed.gateDone !== undefined) followGate(course, world, gate, changed.gateDone);
}
