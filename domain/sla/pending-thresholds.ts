import type { Calendar } from '../calendar/calendar.ts';
import type { ClockState } from './clock.ts';
import { isClockLive } from './clock-status.ts';
import { instantOfMark } from './instant-of-mark.ts';
import { markOfThreshold, type Threshold, type ThresholdInstant } from './threshold.ts';

/**
 * The thresholds of a live clock whose steps were not taken, in order of time, then of the list;
 * those behind a pause that still lasts are left out.
 */
export function pendingThresholds(
  clock: ClockState,
  thresholds: readonly Threshold[],
  calendar: Calendar,
): ThresholdInstant[] {
  if (!isClockLive(clock)) return [];
  const fired = new Set(clock.fired.map(({ id }) => id));
  const pending: ThresholdInstant[] = [];
  for (const threshold of thresholds) {
    if (fired.has(threshold.id)) continue;
    const at = instantOfMark(clock, calendar, markOfThreshold(threshold, clock, calendar));
    if (at !== null) pending.push({ id: threshold.id, at });
  }
  return pending.sort((a, b) => a.at - b.at);
}
