import type { Calendar } from '../calendar/calendar.ts';
import type { ClockState } from './clock.ts';
import { pendingThresholds } from './pending-thresholds.ts';
import type { Threshold, ThresholdInstant } from './threshold.ts';

/**
 * The threshold to wake up for next and when; one that was crossed but not fired is due at `nowMs`, so that none is lost.
 * Null when nothing is left, or while a pause holds the rest.
 */
export function nextThreshold(
  clock: ClockState,
  thresholds: readonly Threshold[],
  calendar: Calendar,
  nowMs: number,
): ThresholdInstant | null {
  const [next] = pendingThresholds(clock, thresholds, calendar);
  return next ? { id: next.id, at: Math.max(next.at, nowMs) } : null;
}
