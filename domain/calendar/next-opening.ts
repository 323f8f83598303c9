import { addWorkingTime } from './add-working-time.ts';
import type { Calendar } from './calendar.ts';

/**
 * The first instant at or after `ms` at which the calendar is open, in epoch milliseconds.
 * @throws LIMIT_EXCEEDED when the calendar stays closed for two years.
 */
export function nextOpening(calendar: Calendar, ms: number): number {
  return addWorkingTime(calendar, ms, 1) - 1;
}
