import type { Calendar } from '../calendar/calendar.ts';
import type { ClockState } from './clock.ts';
import { pendingThresholds } from './pending-thresholds.ts';
import type { Threshold, ThresholdInstant } from './threshold.ts';

/** The thresholds crossed by `nowMs` whose steps are still to be taken, each with the instant it was crossed, earliest first. */
export function crossedThresholds(
  clock: ClockState,
  thresholds: readonly Threshold[],
  calendar: Calendar,
  nowMs: number,
): ThresholdInstant[] {
  return pendingThresholds(clock, thresholds, calendar).filter(({ at }) => at <= nowMs);
}
