import type { Calendar } from '../calendar/calendar.ts';
import { appendInterval } from './append-interval.ts';
import type { ClockState } from './clock.ts';
import { clockStatus } from './clock-status.ts';
import { dueTimeOf } from './due-time-of.ts';

/**
 * Lets a paused clock count on, with what is left of its time; any other clock stays as it is.
 * @throws LIMIT_EXCEEDED when the calendar never gets there.
 */
export function resumeClock(clock: ClockState, calendar: Calendar, atMs: number): ClockState {
  if (clockStatus(clock) !== 'paused') return clock;
  const running = appendInterval(clock, { kind: 'resumed', at: atMs });
  return { ...running, dueAt: dueTimeOf(running, calendar) };
}
