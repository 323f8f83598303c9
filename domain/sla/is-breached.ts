import type { ClockState } from './clock.ts';

/** Whether a breach is on record that no later recalculation has undone by moving the due time ahead. */
export function isBreached(clock: ClockState): boolean {
  let breached = false;
  for (const interval of clock.intervals) {
    if (interval.kind === 'breached') breached = true;
    if (interval.kind === 'recalculated' && (interval.dueAt === null || interval.dueAt > interval.at)) {
      breached = false;
    }
  }
  return breached;
}
