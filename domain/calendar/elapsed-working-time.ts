import { assert } from '../error/assert.ts';
import type { Calendar } from './calendar.ts';
import { openTimeBefore } from './open-time-before.ts';

/**
 * The working time between two instants, in milliseconds; negative when `toMs` lies before `fromMs`.
 * It undoes `addWorkingTime`, and adds up over any point in between.
 */
export function elapsedWorkingTime(calendar: Calendar, fromMs: number, toMs: number): number {
  assert(
    Number.isSafeInteger(fromMs) && Number.isSafeInteger(toMs),
    'an instant is a whole number of milliseconds',
  );
  if (calendar.alwaysOpen) return toMs - fromMs;
  if (toMs < fromMs) return 0 - elapsedWorkingTime(calendar, toMs, fromMs);
  const first = calendar.blockAt(fromMs);
  const last = calendar.blockAt(toMs);
  let elapsedMs = openTimeBefore(last, toMs) - openTimeBefore(first, fromMs);
  for (let index = first.index; index < last.index; index++) elapsedMs += calendar.block(index).openMs;
  return elapsedMs;
}
