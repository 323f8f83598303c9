import type { Clock } from '../ports/clock.ts';

/** A clock that stands still until it is told to go on; it never goes back. */
export interface DemoClock extends Clock {
  /** Goes on to an instant, in epoch milliseconds; an earlier one changes nothing. */
  goTo(instant: number): void;
}

/** A clock that starts at an instant. */
export function createDemoClock(start: number): DemoClock {
  let now = start;
  return {
    now: () => now,
    goTo(instant) {
      now = Math.max(now, instant);
    },
  };
}
