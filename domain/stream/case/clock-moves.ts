import { durationMs } from '../../calendar/duration.ts';
import { textIn } from '../../form/text-schema.ts';
import type { Json } from '../../hash/canonical-json.ts';
import { cancelClock } from '../../sla/cancel-clock.ts';
import type { ClockState } from '../../sla/clock.ts';
import type { ClockDefinition } from '../../sla/clock-schema.ts';
import { isClockLive } from '../../sla/clock-status.ts';
import { nextThreshold } from '../../sla/next-threshold.ts';
import { pauseClock } from '../../sla/pause-clock.ts';
import { resumeClock } from '../../sla/resume-clock.ts';
import { reviveClock } from '../../sla/revive-clock.ts';
import { satisfyClock } from '../../sla/satisfy-clock.ts';
import { startClock } from '../../sla/start-clock.ts';
import type { CaseCourse } from './case-course.ts';
import type { DecisionUndo } from './case-state.ts';
import { type CaseWorld, calendarOf } from './case-world.ts';

/** The key of the effect that wakes a clock up. */
export const clockKey = (clock: string): string => `clock:${clock}`;

/** Puts a clock's new state on record, with its due time, and arms its next threshold (or its due time). */
export function recordClock(
  course: CaseCourse,
  world: CaseWorld,
  clock: ClockState,
  how: 'clock-started' | 'clock-changed' = 'clock-changed',
): void {
  course.happened(how, { clock: clock as unknown as Json, tzdata: world.tzdata });
  armClock(course, world, clock);
}

/** Arms the moment a clock has to be looked at next; nothing while it is held or when it has ended. */
export function armClock(course: CaseCourse, world: CaseWorld, clock: ClockState): void {
  const definition = world.definition.clocks.get(clock.id);
  const { calendar } = calendarOf(world, clock.target.calendarId);
  const threshold = nextThreshold(clock, definition?.thresholds ?? [], calendar, world.now);
  const breach =
    isClockLive(clock) &&
    clock.dueAt !== null &&
    !clock.intervals.some((interval) => interval.kind === 'breached')
      ? clock.dueAt
      : null;
  const times = [threshold?.at, breach].filter((at): at is number => typeof at === 'number');
  if (times.length === 0) course.cancel(clockKey(clock.id));
  else
    course.owe({
      kind: 'clock',
      key: clockKey(clock.id),
      dueAt: Math.max(world.now, Math.min(...times)),
      payload: { clock: clock.id },
    });
}

const definitionsWhere = (world: CaseWorld, wanted: (clock: ClockDefinition) => boolean): ClockDefinition[] =>
  [...world.definition.clocks.values()].filter(wanted);

function begin(course: CaseCourse, world: CaseWorld, definition: ClockDefinition): void {
  const live = course.state.clocks.find((clock) => clock.id === definition.id);
  if (live !== undefined && isClockLive(live)) return;
  if (live !== undefined && definition.kind !== 'state') return;
  startRound(course, world, definition);
}

/** Starts a clock with its full target; a round before this one stays in the log. */
function startRound(course: CaseCourse, world: CaseWorld, definition: ClockDefinition): void {
  const target =
    definition.targets.find(
      (each) => each.when === undefined || world.definition.holds(each.when, world.facts) === true,
    ) ?? definition.targets.at(-1);
  if (target === undefined) return;
  const found = calendarOf(world, target.calendar);
  const clock = startClock(
    {
      id: definition.id,
      title: definition.title,
      kind: definition.kind,
      target: {
        durationMs: durationMs(target.duration, found.calendar),
        calendarId: found.id,
        calendarRev: found.rev,
      },
    },
    found.calendar,
    world.now,
  );
  recordClock(course, world, clock, 'clock-started');
}

/** Changes every live clock the definition says so of. */
function change(
  course: CaseCourse,
  world: CaseWorld,
  wanted: (clock: ClockDefinition) => boolean,
  edit: (clock: ClockState) => ClockState,
): void {
  for (const definition of definitionsWhere(world, wanted)) {
    const clock = course.state.clocks.find((other) => other.id === definition.id);
    if (clock === undefined || !isClockLive(clock)) continue;
    const next = edit(clock);
    if (next !== clock) recordClock(course, world, next);
  }
}

function stateTitle({ state }: CaseCourse, { definition: { document } }: CaseWorld): string {
  const found = document.workflow.states.find(({ id }) => id === state.state);
  return found === undefined ? state.state : textIn(found.title, document.form.language);
}

const pausedBy = (definition: ClockDefinition, course: CaseCourse, world: CaseWorld): string | null => {
  if (definition.pauseIn.includes(course.state.state)) return `it stands in “${stateTitle(course, world)}”`;
  const waiting = course.state.asks.some((ask) => ask.answeredAt === null);
  return definition.pauseWhileAsking === true && waiting ? 'waiting for an answer' : null;
};

/** Holds or resumes each live clock as the state and the open questions say. */
function settlePauses(course: CaseCourse, world: CaseWorld): void {
  for (const definition of world.definition.clocks.values()) {
    const clock = course.state.clocks.find((other) => other.id === definition.id);
    if (clock === undefined || !isClockLive(clock)) continue;
    const reason = pausedBy(definition, course, world);
    const { calendar } = calendarOf(world, clock.target.calendarId);
    const next =
      reason === null
        ? resumeClock(clock, calendar, world.now)
        : pauseClock(clock, calendar, world.now, reason);
    if (next !== clock) recordClock(course, world, next);
  }
}

/** Why a clock is called off whose case is closed before its goal. */
const ofClosing = 'the case was closed';

/** The end of a case, as the clocks saw it. */
interface Ending {
  /** The closed state. */
  readonly from: string;
  readonly closedAt: number | null;
}

/**
 * Starts a new round, with its full target, of every clock that closing the case had stopped: what was promised for the whole case is
 * promised again. What had reached its goal before stays reached, and the clock of a stay starts with its state.
 */
export function clocksOnReopening(course: CaseCourse, world: CaseWorld, ending: Ending): void {
  const { state: to, open } = course.state;
  if (!open) return;
  for (const definition of world.definition.clocks.values()) {
    const clock = course.state.clocks.find((other) => other.id === definition.id);
    const ofStay = definition.kind === 'state' && 'onEnter' in definition.start;
    const atGoal = 'onEnter' in definition.stop && definition.stop.onEnter.includes(to);
    if (clock !== undefined && !ofStay && !atGoal && endedByClosing(clock, definition, ending))
      startRound(course, world, definition);
  }
}

function endedByClosing(clock: ClockState, { kind, stop }: ClockDefinition, { from, closedAt }: Ending) {
  const last = clock.intervals.at(-1);
  if (last?.kind === 'cancelled') return last.reason === ofClosing;
  if (last?.kind !== 'satisfied' || 'on' in stop) return false;
  if ('onEnter' in stop && stop.onEnter.includes(from)) return true;
  return kind === 'resolution' && closedAt !== null && last.at >= closedAt;
}

/** Starts the clocks that start with the submission. */
export function clocksOnSubmit(course: CaseCourse, world: CaseWorld): void {
  for (const definition of definitionsWhere(world, (clock) => 'on' in clock.start))
    begin(course, world, definition);
}

/** Stops, starts and holds clocks as the case leaves one state and enters another; a closed case keeps none running. */
export function clocksOnState(course: CaseCourse, world: CaseWorld, from: string): void {
  const to = course.state.state;
  const satisfied = (clock: ClockState) => satisfyClock(clock, world.now);
  change(
    course,
    world,
    (clock) =>
      ('onEnter' in clock.stop && clock.stop.onEnter.includes(to)) ||
      ('onLeave' in clock.stop && clock.stop.onLeave.includes(from)),
    satisfied,
  );
  if (!course.state.open) {
    change(
      course,
      world,
      () => true,
      (clock) => (clock.kind === 'resolution' ? satisfied(clock) : cancelClock(clock, world.now, ofClosing)),
    );
    return;
  }
  for (const definition of definitionsWhere(
    world,
    (clock) => 'onEnter' in clock.start && clock.start.onEnter.includes(to),
  ))
    begin(course, world, definition);
  settlePauses(course, world);
}

/** Stops the clocks that wait for the first answer to the requester. */
export function firstResponse(course: CaseCourse, world: CaseWorld): void {
  change(
    course,
    world,
    (clock) => 'on' in clock.stop && clock.stop.on === 'first_response',
    (clock) => satisfyClock(clock, world.now),
  );
}

/** Stops the clocks that wait for somebody to have the case. */
export function firstAssigned(course: CaseCourse, world: CaseWorld): void {
  change(
    course,
    world,
    (clock) => 'on' in clock.stop && clock.stop.on === 'assigned',
    (clock) => satisfyClock(clock, world.now),
  );
}

/** Sets the clocks right after a decision was taken back: those it ended count on, those it began are called off. */
export function clocksAfterRetract(course: CaseCourse, world: CaseWorld, undo: DecisionUndo): void {
  for (const clock of course.state.clocks) {
    const { calendar } = calendarOf(world, clock.target.calendarId);
    const reason = 'the decision was taken back';
    if (undo.begunClocks.includes(clock.id))
      recordClock(course, world, cancelClock(clock, world.now, reason));
    else if (undo.endedClocks.includes(clock.id))
      recordClock(course, world, reviveClock(clock, calendar, world.now, reason));
  }
  if (course.state.open) settlePauses(course, world);
}

/** Holds the clocks that pause while somebody is asked. */
export const pauseWhileAsking = settlePauses;
/** Lets them run again once nothing is asked. */
export const resumeAfterAnswer = settlePauses;
