import type { Calendar } from '../calendar/calendar.ts';
import { elapsedWorkingTime } from '../calendar/elapsed-working-time.ts';
import type { ClockState } from './clock.ts';
import { isClockLive } from './clock-status.ts';
import { runningStretches } from './running-stretches.ts';

/** The working time a clock has counted by `nowMs`, or by its end if that came first, in milliseconds. */
export function countedTimeOf(clock: ClockState, calendar: Calendar, nowMs: number): number {
  const endMs = isClockLive(clock) ? nowMs : Math.min(nowMs, clock.intervals.at(-1)?.at ?? nowMs);
  let countedMs = 0;
  for (const { fromMs, toMs } of runningStretches(clock)) {
    const stopMs = Math.min(toMs ?? endMs, endMs);
    if (stopMs > fromMs) countedMs += elapsedWorkingTime(calendar, fromMs, stopMs);
  }
  return countedMs;
}
