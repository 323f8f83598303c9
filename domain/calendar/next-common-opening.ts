import type { Calendar } from './calendar.ts';
import { dayMs } from './epoch-day.ts';
import { isOpen } from './is-open.ts';
import { workingWindows } from './working-windows.ts';

/** Calendars that have not been open together for a year never will be. */
const horizonMs = 366 * dayMs;

/**
 * The first instant at or after `fromMs` at which all calendars are open and each stays open for `lookAheadMs` more (default 0),
 * in epoch milliseconds; null when there is none within a year.
 */
export function nextCommonOpening(
  calendars: readonly Calendar[],
  fromMs: number,
  lookAheadMs = 0,
): number | null {
  const lastMs = fromMs + horizonMs;
  let at = fromMs;
  for (;;) {
    const openings = calendars.map((calendar) => nextLongOpening(calendar, at, lastMs, lookAheadMs));
    const latest = Math.max(at, ...openings);
    if (latest === at || latest >= lastMs) return latest >= lastMs ? null : at;
    at = latest;
  }
}

/** The first instant from which a calendar stays open so long; `lastMs` when there is none before. */
function nextLongOpening(calendar: Calendar, fromMs: number, lastMs: number, lookAheadMs: number): number {
  for (const { open, fromMs: opensMs } of workingWindows(calendar, fromMs, lastMs))
    if (open && isOpen(calendar, opensMs, lookAheadMs)) return opensMs;
  return lastMs;
}
