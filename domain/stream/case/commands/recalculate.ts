import type { ClockState } from '../../../sla/clock.ts';
import { isClockLive } from '../../../sla/clock-status.ts';
import { recalculateClock } from '../../../sla/recalculate-clock.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { recordClock } from '../clock-moves.ts';

/** Whether a live clock of the case was counted on another version of this calendar. */
export function countsOnOlder(
  state: Pick<CaseState, 'open' | 'clocks'>,
  calendar: string,
  rev: number,
): boolean {
  return state.open && state.clocks.some((clock) => isOlder(clock, calendar, rev));
}

const isOlder = (clock: ClockState, calendar: string, rev: number): boolean =>
  isOn(clock, calendar) && clock.target.calendarRev !== rev;

/** Whether a live clock of the case counts on this calendar, on whatever version of it. */
export function countsOn(state: Pick<CaseState, 'open' | 'clocks'>, calendar: string): boolean {
  return state.open && state.clocks.some((clock) => isOn(clock, calendar));
}

const isOn = (clock: ClockState, calendar: string): boolean =>
  clock.target.calendarId === calendar && isClockLive(clock);

/**
 * Counts the live clocks on a calendar anew, as if its present hours had held all along; nothing when they were counted on them.
 * @throws DomainError LIMIT_EXCEEDED when the calendar never gets there: the due time stays as it was.
 */
export function decideRecalculate(state: CaseState, calendar: string, world: CaseWorld): Decision {
  return recounted(state, calendar, world, {
    reason: 'the calendar changed',
    touches: (clock, rev) => isOlder(clock, calendar, rev),
    keeps: () => true,
  });
}

/**
 * Counts the live clocks on a calendar anew that new time zone data give another due time.
 * @throws DomainError LIMIT_EXCEEDED when the calendar never gets there: the due time stays as it was.
 */
export function decideZonesChanged(state: CaseState, calendar: string, world: CaseWorld): Decision {
  return recounted(state, calendar, world, {
    reason: `the time zone data are now ${world.tzdata}`,
    touches: (clock) => isOn(clock, calendar),
    keeps: (before, counted) => counted.dueAt !== before.dueAt,
  });
}

/** Why clocks are counted anew, which, and which of the results are worth an event. */
interface Recount {
  readonly reason: string;
  readonly touches: (clock: ClockState, rev: number) => boolean;
  readonly keeps: (before: ClockState, counted: ClockState) => boolean;
}

function recounted(
  state: CaseState,
  calendar: string,
  world: CaseWorld,
  { reason, touches, keeps }: Recount,
): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const known = world.calendars.get(calendar);
  if (known === undefined || !state.open) return course.decision();
  for (const clock of state.clocks) {
    if (!touches(clock, known.rev)) continue;
    const change = { target: { ...clock.target, calendarRev: known.rev }, reason, at: world.now };
    const thresholds = world.definition.clocks.get(clock.id)?.thresholds ?? [];
    const counted = recalculateClock(clock, change, known.calendar, thresholds);
    if (keeps(clock, counted)) recordClock(course, world, counted);
  }
  return course.decision();
}
