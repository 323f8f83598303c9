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
  clock.target.calendarId === calendar && clock.target.calendarRev !== rev && isClockLive(clock);

/** Whether a live clock of the case counts on this calendar, on whatever version of it. */
export function countsOn(state: Pick<CaseState, 'open' | 'clocks'>, calendar: string): boolean {
  return state.open && state.clocks.some((clock) => isOn(clock, calendar));
}

const isOn = (clock: ClockState, calendar: string): boolean =>
  clock.target.calendarId === calendar && isClockLive(clock);

/**
 * Counts the live clocks on a calendar anew that new time zone data give another due time.
 * @throws DomainError LIMIT_EXCEEDED when the calendar never gets there: the due time stays as it was.
 */
export function decideZonesChanged(state: CaseState, calendar: string, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const known = world.calendars.get(calendar);
  if (known === undefined || !state.open) return course.decision();
  for (const clock of state.clocks) {
    if (!isOn(clock, calendar)) continue;
    const change = {
      target: { ...clock.target, calendarRev: known.rev },
      reason: `the time zone data are now ${world.tzdata}`,
      at: world.now,
    };
    const thresholds = world.definition.clocks.get(clock.id)?.thresholds ?? [];
    const counted = recalculateClock(clock, change, known.calendar, thresholds);
    if (counted.dueAt !== clock.dueAt) recordClock(course, world, counted);
  }
  return course.decision();
}

/**
 * Counts the live clocks on a calendar anew, as if its present hours had held all along; nothing when they were counted on them.
 * @throws DomainError LIMIT_EXCEEDED when the calendar never gets there: the due time stays as it was.
 */
export function decideRecalculate(state: CaseState, calendar: string, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const known = world.calendars.get(calendar);
  if (known === undefined || !state.open) return course.decision();
  for (const clock of state.clocks) {
    if (!isOlder(clock, calendar, known.rev)) continue;
    const change = {
      target: { ...clock.target, calendarRev: known.rev },
      reason: 'the calendar changed',
      at: world.now,
    };
    const thresholds = world.definition.clocks.get(clock.id)?.thresholds ?? [];
    recordClock(course, world, recalculateClock(clock, change, known.calendar, thresholds));
  }
  return course.decision();
}
