import { assert } from '../error/assert.ts';
import { DomainError } from '../error/domain-error.ts';
import type { Calendar } from './calendar.ts';
import { instantAfterOpenTime, openTimeBefore } from './open-time-before.ts';

/** Two years of blocks without an opening mean that none will come. */
const closedBlocksBorne = 24;
/** Ten years: a promise further away is a mistake in the calendar or in the duration. */
const blocksSearched = 116;

/**
 * The earliest instant by which `durationMs` of working time has passed since `fromMs`; nothing to add gives `fromMs` itself.
 * All in epoch milliseconds and milliseconds.
 * @throws LIMIT_EXCEEDED when the calendar stays closed for two years, or the time is not reached in ten.
 */
export function addWorkingTime(calendar: Calendar, fromMs: number, durationMs: number): number {
  assert(Number.isSafeInteger(fromMs), 'an instant is a whole number of milliseconds');
  assert(
    Number.isSafeInteger(durationMs) && durationMs >= 0,
    'a duration is a whole number of milliseconds, 0 or more',
  );
  if (calendar.alwaysOpen || durationMs === 0) return fromMs + durationMs;
  let block = calendar.blockAt(fromMs);
  let wantedMs = openTimeBefore(block, fromMs) + durationMs;
  const last = block.index + blocksSearched;
  let closedBlocks = 0;
  while (wantedMs > block.openMs) {
    wantedMs -= block.openMs;
    closedBlocks = block.openMs === 0 ? closedBlocks + 1 : 0;
    if (closedBlocks > closedBlocksBorne) throw neverOpen(fromMs);
    if (block.index === last) throw tooFar(fromMs);
    block = calendar.block(block.index + 1);
  }
  return instantAfterOpenTime(block, wantedMs);
}

function neverOpen(fromMs: number): DomainError {
  const day = new Date(fromMs).toISOString().slice(0, 10);
  return new DomainError(
    'LIMIT_EXCEEDED',
    `The calendar has a closure of two years or more after ${day}, so no due time can be computed. Give it working hours.`,
  );
}

function tooFar(fromMs: number): DomainError {
  const day = new Date(fromMs).toISOString().slice(0, 10);
  return new DomainError(
    'LIMIT_EXCEEDED',
    `The duration is not reached within ten years after ${day}. Shorten it, or give the calendar more working hours.`,
  );
}
