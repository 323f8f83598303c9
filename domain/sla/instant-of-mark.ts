import { addWorkingTime } from '../calendar/add-working-time.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { elapsedWorkingTime } from '../calendar/elapsed-working-time.ts';
import type { ClockState } from './clock.ts';
import { runningStretches } from './running-stretches.ts';

/**
 * The earliest instant by which a clock has counted `markMs` of working time, pauses left out;
 * null when a pause that still lasts keeps it from getting there.
 * @throws LIMIT_EXCEEDED when the calendar never gets there.
 */
export function instantOfMark(clock: ClockState, calendar: Calendar, markMs: number): number | null {
  let leftMs = markMs;
  for (const { fromMs, toMs } of runningStretches(clock)) {
    const countedMs = toMs === null ? Number.POSITIVE_INFINITY : elapsedWorkingTime(calendar, fromMs, toMs);
    if (leftMs <= countedMs) return addWorkingTime(calendar, fromMs, leftMs);
    leftMs -= countedMs;
  }
  return null;
}
