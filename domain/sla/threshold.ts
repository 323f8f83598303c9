import { durationMs, refusalOfDuration } from '../calendar/duration.ts';
import type { ClockState } from './clock.ts';

/** A point of a clock at which steps are taken: `80%` of its time, `+1d` after its end, `-2h` before it. */
export interface Threshold {
  readonly id: string;
  readonly at: string;
}

/** A threshold and the instant it is crossed, in epoch milliseconds. */
export interface ThresholdInstant {
  readonly id: string;
  readonly at: number;
}

const percentage = /^(\d{1,4})%$/;
const highestPercentage = 1_000;

/** Why a text cannot be the `at` of a threshold, in words that say what to write; null when it can. */
export function refusalOfThresholdAt(at: string): string | null {
  const share = percentage.exec(at);
  if (share) {
    const percent = Number(share[1]);
    if (percent >= 1 && percent <= highestPercentage) return null;
    return `“${at}” is out of range. A threshold lies between 1% and ${highestPercentage}%.`;
  }
  if (at.startsWith('+') || at.startsWith('-')) return refusalOfDuration(at.slice(1));
  return `“${at}” is not a point of a clock. Write for example 80%, +1d or -2h.`;
}

/**
 * How much working time has been counted when a threshold is crossed, in milliseconds: never less than its share,
 * and 0 when it would lie before the start.
 */
export function markOfThreshold(
  threshold: Threshold,
  clock: ClockState,
  calendar: { readonly alwaysOpen: boolean },
): number {
  const target = clock.target.durationMs;
  const share = percentage.exec(threshold.at);
  if (share) return Math.ceil((target * Number(share[1])) / 100);
  const offset = durationMs(threshold.at.slice(1), calendar);
  return threshold.at.startsWith('+') ? target + offset : Math.max(target - offset, 0);
}
