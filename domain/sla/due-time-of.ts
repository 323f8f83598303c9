import type { Calendar } from '../calendar/calendar.ts';
import type { ClockState } from './clock.ts';
import { instantOfMark } from './instant-of-mark.ts';

/**
 * The due time of a clock, in epoch milliseconds, from nothing but its history, its target and the calendar;
 * null while a pause holds it open.
 * @throws LIMIT_EXCEEDED when the calendar never gets there.
 */
export function dueTimeOf(clock: ClockState, calendar: Calendar): number | null {
  return instantOfMark(clock, calendar, clock.target.durationMs);
}
