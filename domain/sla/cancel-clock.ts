import { appendInterval } from './append-interval.ts';
import { breachIfLate } from './breach-clock.ts';
import type { ClockState } from './clock.ts';
import { isClockLive } from './clock-status.ts';

/** Ends a live clock whose goal no longer matters and says why; a breach that came before is recorded first. */
export function cancelClock(clock: ClockState, atMs: number, reason: string): ClockState {
  if (!isClockLive(clock)) return clock;
  return appendInterval(breachIfLate(clock, atMs), { kind: 'cancelled', at: atMs, reason });
}
