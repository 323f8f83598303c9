import { assert } from '../error/assert.ts';
import type { ClockState } from './clock.ts';

/** What a clock is doing: counting, held by a pause, or ended by its goal or by a cancellation. */
export type ClockStatus = 'running' | 'paused' | 'satisfied' | 'cancelled';

/** What a clock is doing by the last entry of its history that says so. */
export function clockStatus(clock: ClockState): ClockStatus {
  const telling = clock.intervals.findLast(({ kind }) => kind !== 'breached' && kind !== 'recalculated');
  assert(telling, 'the history of a clock begins with its start');
  const { kind } = telling;
  return kind === 'paused' || kind === 'satisfied' || kind === 'cancelled' ? kind : 'running';
}

/** Whether a clock has neither reached its goal nor been cancelled. */
export function isClockLive(clock: ClockState): boolean {
  const status = clockStatus(clock);
  return status === 'running' || status === 'paused';
}
