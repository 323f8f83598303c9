import type { Clock } from '../../server/ports/clock.ts';

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends Clock {
  /** Moves on by so many milliseconds. */
  pass(ms: number): void;
  set(ms: number): void;
}

export function virtualClock(start: number): VirtualClock {
  let now = start;
  return {
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    set: (ms) => {
      now = ms;
    },
  };
}
