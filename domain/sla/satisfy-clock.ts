import { appendInterval } from './append-interval.ts';
import { breachIfLate } from './breach-clock.ts';
import type { ClockState } from './clock.ts';
import { isClockLive } from './clock-status.ts';

/** Ends a live clock because its goal is reached; one that has ended stays as it is. After its due time the breach is recorded first. */
export function satisfyClock(clock: ClockState, atMs: number): ClockState {
  if (!isClockLive(clock)) return clock;
  return appendInterval(breachIfLate(clock, atMs), { kind: 'satisfied', at: atMs });
}
