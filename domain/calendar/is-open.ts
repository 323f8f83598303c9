import type { Calendar } from './calendar.ts';
import { elapsedWorkingTime } from './elapsed-working-time.ts';

/**
 * Whether the calendar is open at the instant and stays open for `lookAheadMs` more (default 0),
 * so that work is not handed out at the end of a shift.
 */
export function isOpen(calendar: Calendar, ms: number, lookAheadMs = 0): boolean {
  const neededMs = Math.max(lookAheadMs, 1);
  return elapsedWorkingTime(calendar, ms, ms + neededMs) === neededMs;
}
