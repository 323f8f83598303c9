import { addWorkingTime } from '../../../calendar/add-working-time.ts';
import { durationMs } from '../../../calendar/duration.ts';
import type { RouteOutcome } from '../../../routing/run-chain.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import { type CaseWorld, calendarOf } from '../case-world.ts';
import { firstAssigned } from '../clock-moves.ts';
import { filledText } from '../filled-text.ts';
import { oweNotice } from '../notices.ts';
import { oweSync } from '../owe-sync.ts';
import { oweSeat, startRouting } from '../start-routing.ts';

/** A routing outcome with the hash of its record and the token it was decided under. */
export interface RoutedOutcome {
  readonly outcome: RouteOutcome;
  readonly record: string;
  readonly token: number;
  /** The team that sees what the pool works on. */
  readonly poolTeam: string | null;
}

/** The key of the effect that looks whether the assignee has acknowledged. */
export const acknowledgeKey = 'acknowledge';

/** The key of the effect that routes a held case again when its date comes. */
export const holdKey = 'hold';

/** Puts a routing decision on the case: who has it or where it waits, its seat, its notices (protocol 7). */
export function decideRouted(state: CaseState, routed: RoutedOutcome, world: CaseWorld): Decision {
  const { outcome } = routed;
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const waiting = outcome.terminal === 'queued' && outcome.waitingPool !== undefined;
  course.happened('routed', {
    epoch: state.epoch,
    kind: waiting ? 'waiting' : outcome.terminal,
    person: outcome.person,
    pool: outcome.pool ?? outcome.waitingPool,
    queue: outcome.queue,
    team: outcome.team ?? routed.poolTeam ?? undefined,
    token: routed.token,
    record: routed.record,
    rule: outcome.by,
    reason: outcome.reason,
    hold: outcome.hold === undefined ? undefined : { ...outcome.hold },
    lowUrgency: outcome.lowUrgency,
    quiet: outcome.doNotNotify,
    account: outcome.account,
    territory: outcome.territory,
    next: outcome.next === undefined ? undefined : filledText(outcome.next, world),
  });
  oweSync(course, world, 'routed');
  if (state.owner !== null && state.owner !== outcome.person) oweSeat(course, state.owner, world.now);
  if (outcome.person !== undefined) {
    firstAssigned(course, world);
    oweNotice(course, world, { to: outcome.person, why: 'assigned', ref: String(state.epoch) });
    oweAcknowledgement(course, world, outcome);
  } else oweUnplaced(course, world, outcome);
  return course.decision();
}

/** The moment by which the assignee has to have acknowledged, in the calendar's working time. */
function oweAcknowledgement(course: CaseCourse, world: CaseWorld, outcome: RouteOutcome): void {
  const within = outcome.acknowledgeWithin;
  if (within === undefined) return;
  const { calendar } = calendarOf(world, within.calendar ?? { from: 'assignee-team' });
  const dueAt = addWorkingTime(calendar, world.now, durationMs(within.duration, calendar));
  course.owe({
    kind: 'escalate',
    key: acknowledgeKey,
    dueAt,
    payload: { what: 'acknowledge', epoch: course.state.epoch },
  });
}

/** What nobody has is told to those who answer for it; what is held comes back at its date. */
function oweUnplaced(course: CaseCourse, world: CaseWorld, outcome: RouteOutcome): void {
  if (outcome.terminal === 'unassigned')
    oweNotice(course, world, {
      to: `role:${course.state.accountable}`,
      why: 'unassigned',
      ref: String(course.state.epoch),
    });
  if (outcome.terminal === 'held' && outcome.hold !== undefined) {
    oweHoldOver(course, outcome.hold.until);
  }
}

/** Owes the end of a hold at its date. */
export function oweHoldOver(course: CaseCourse, until: number): void {
  course.owe({
    kind: 'escalate',
    key: holdKey,
    dueAt: until,
    payload: { what: 'hold', epoch: course.state.epoch },
  });
}

/** Routes a held case again once its date has come; nothing when it was moved on meanwhile. */
export function decideHoldOver(state: CaseState, epoch: number, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  if (state.open && state.epoch === epoch && state.placement === 'held')
    startRouting(course, 'hold-over', world.now);
  return course.decision();
}

/** Routes a case again whose owner never acknowledged it; nothing when they did or it moved on. */
export function decideUnacknowledged(state: CaseState, epoch: number, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const untouched = state.open && state.epoch === epoch && state.owner !== null && state.acceptedAt === null;
  if (untouched) {
    course.happened('declined', { by: state.owner, pool: state.pool, why: 'no-acknowledgement' });
    oweSeat(course, state.owner, world.now);
    startRouting(course, 'no-acknowledgement', world.now);
  }
  return course.decision();
}

/** Gives a waiting case another try because somebody in its pool is free; nothing when it no longer waits. */
export function decideTryAgain(state: CaseState, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  if (state.open && state.placement === 'waiting') startRouting(course, 'capacity', world.now);
  return course.decision();
}
