import type { Calendar } from '../calendar/calendar.ts';
import { appendInterval } from './append-interval.ts';
import { breachIfLate } from './breach-clock.ts';
import type { ClockState, ClockTarget } from './clock.ts';
import { isClockLive } from './clock-status.ts';
import { dueTimeOf } from './due-time-of.ts';
import { pendingThresholds } from './pending-thresholds.ts';
import type { Threshold } from './threshold.ts';

/** What changed: the target (another duration, calendar, or version of it) and why. */
export interface Recalculation {
  readonly target: ClockTarget;
  readonly reason: string;
  readonly at: number;
}

/**
 * Counts a live clock anew from its start under another target, as if that had held all along; one that has ended stays.
 * A breach of the old due time is recorded first. Thresholds that now lie ahead are armed again; those behind keep their mark.
 * @throws LIMIT_EXCEEDED when the calendar never gets there.
 */
export function recalculateClock(
  clock: ClockState,
  change: Recalculation,
  calendar: Calendar,
  thresholds: readonly Threshold[],
): ClockState {
  if (!isClockLive(clock)) return clock;
  const { target, reason, at } = change;
  const settled: ClockState = { ...breachIfLate(clock, at), target };
  const dueAt = dueTimeOf(settled, calendar);
  const moved = appendInterval(settled, { kind: 'recalculated', at, reason, target, dueAt });
  const behind = new Set(
    pendingThresholds({ ...moved, fired: [] }, thresholds, calendar)
      .filter((threshold) => threshold.at <= at)
      .map(({ id }) => id),
  );
  return { ...moved, dueAt, fired: clock.fired.filter(({ id }) => behind.has(id)) };
}
