import type { Calendar, CalendarDay, Stretch, StretchReason } from './calendar.ts';
import { dayMs } from './epoch-day.ts';
import { startOfDay } from './instant-of-wall-time.ts';

/**
 * Walks from one instant to another in stretches that are open or closed, each with its reason, leaving nothing out.
 * Closed stretches end at local midnight, where their reason may change.
 */
export function* workingWindows(
  calendar: Calendar,
  fromMs: number,
  toMs: number,
): Generator<Stretch, void, undefined> {
  if (toMs <= fromMs) return;
  if (calendar.alwaysOpen) {
    yield { fromMs, toMs, open: true, reason: { kind: 'always_open' } };
    return;
  }
  let held: Stretch | undefined;
  for (const stretch of stretchesFrom(calendar, fromMs)) {
    const next = clip(stretch, fromMs, toMs);
    if (!next) continue;
    if (held && !isContinued(held, next)) yield held;
    held = held && isContinued(held, next) ? { ...held, toMs: next.toMs } : next;
    if (next.toMs === toMs) break;
  }
  if (held) yield held;
}

function* stretchesFrom(calendar: Calendar, fromMs: number): Generator<Stretch, never, undefined> {
  for (let block = calendar.blockAt(fromMs); ; block = calendar.block(block.index + 1)) {
    let reachedMs = block.startMs;
    for (const stretch of block.open) {
      yield* closedStretches(calendar, reachedMs, stretch.fromMs);
      yield stretch;
      reachedMs = stretch.toMs;
    }
    yield* closedStretches(calendar, reachedMs, block.endMs);
  }
}

function* closedStretches(
  calendar: Calendar,
  fromMs: number,
  toMs: number,
): Generator<Stretch, void, undefined> {
  const { zone } = calendar.spec;
  let day = Math.floor(fromMs / dayMs) - 2;
  for (let reachedMs = fromMs; reachedMs < toMs; day++) {
    const nextDayMs = startOfDay(zone, day + 1);
    if (nextDayMs <= reachedMs) continue;
    const endMs = Math.min(nextDayMs, toMs);
    yield { fromMs: reachedMs, toMs: endMs, open: false, reason: closedReason(calendar.day(day)) };
    reachedMs = endMs;
  }
}

function closedReason(day: CalendarDay): StretchReason {
  const { date, weekday } = day;
  if (day.windows.length > 0) return { kind: 'outside_hours', date };
  if (day.exception !== null) return { kind: 'closed_exception', date, title: day.exception };
  return { kind: 'closed_weekday', date, weekday };
}

function clip(stretch: Stretch, fromMs: number, toMs: number): Stretch | null {
  const clipped = {
    ...stretch,
    fromMs: Math.max(stretch.fromMs, fromMs),
    toMs: Math.min(stretch.toMs, toMs),
  };
  return clipped.fromMs < clipped.toMs ? clipped : null;
}

/** An open stretch is cut where a block ends; its halves carry the same window of the same day. */
function isContinued(pending: Stretch, next: Stretch): boolean {
  const [a, b] = [pending.reason, next.reason];
  return 'window' in a && 'window' in b && a.date === b.date && a.window === b.window;
}
