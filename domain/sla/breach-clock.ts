import { appendInterval } from './append-interval.ts';
import type { ClockState } from './clock.ts';
import { isClockLive } from './clock-status.ts';
import { isBreached } from './is-breached.ts';

/** Records the breach of a live clock whose due time has come; the same clock when it has not, or when it is on record. */
export function breachClock(clock: ClockState, atMs: number): ClockState {
  const { dueAt } = clock;
  if (dueAt === null || atMs < dueAt || !isClockLive(clock) || isBreached(clock)) return clock;
  return appendInterval(clock, { kind: 'breached', at: atMs, dueAt });
}

/** The same for what happens at an instant by itself: at the due time it is still in time, after it a late timer hides nothing. */
export function breachIfLate(clock: ClockState, atMs: number): ClockState {
  return clock.dueAt === atMs ? clock : breachClock(clock, atMs);
}
