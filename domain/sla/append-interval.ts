import { assert } from '../error/assert.ts';
import type { ClockInterval, ClockState } from './clock.ts';

/** The clock with one more entry in its history, which never runs backwards. */
export function appendInterval(clock: ClockState, interval: ClockInterval): ClockState {
  const last = clock.intervals.at(-1);
  assert(!last || last.at <= interval.at, 'the history of a clock never runs backwards');
  return { ...clock, intervals: [...clock.intervals, interval] };
}
