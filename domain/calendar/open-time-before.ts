import type { CalendarBlock } from './calendar.ts';

/** The open time of a block before an instant inside it, in milliseconds. */
export function openTimeBefore(block: CalendarBlock, ms: number): number {
  const index = lastAtMost(block.open.length, (i) => (block.open[i]?.fromMs ?? 0) <= ms);
  const stretch = block.open[index];
  if (!stretch) return 0;
  return (block.before[index] ?? 0) + Math.min(ms, stretch.toMs) - stretch.fromMs;
}

/** The first instant of a block by which `openMs` of its open time has passed; `openMs` is above 0 and at most the block's. */
export function instantAfterOpenTime(block: CalendarBlock, openMs: number): number {
  const index = lastAtMost(block.open.length, (i) => (block.before[i] ?? 0) < openMs);
  return (block.open[index]?.fromMs ?? 0) + openMs - (block.before[index] ?? 0);
}

/** The largest index below `length` for which the condition holds, true before false; -1 if for none. */
function lastAtMost(length: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
