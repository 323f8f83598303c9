import type { ClockState } from './clock.ts';

/** The clock with a threshold's steps on record as taken; taken once however often this is said. */
export function fireThreshold(clock: ClockState, thresholdId: string, atMs: number): ClockState {
  if (clock.fired.some(({ id }) => id === thresholdId)) return clock;
  return { ...clock, fired: [...clock.fired, { id: thresholdId, at: atMs }] };
}
