import { boundedMemo } from './bounded-memo.ts';
import type {
  Calendar,
  CalendarBlock,
  CalendarDay,
  CalendarSpec,
  Stretch,
  StretchReason,
} from './calendar.ts';
import { dateOfEpochDay, dayMs, weekdayOfEpochDay } from './epoch-day.ts';
import { instantOfWallTime, startOfDay } from './instant-of-wall-time.ts';
import { minutesOfWindow } from './minute-of-day.ts';

const daysPerBlock = 32;
const blocksRemembered = 160;

/**
 * Makes a stored calendar ready to compute with; hours are worked out block by block when first needed, and remembered.
 * Windows that overlap count once. The spec must have passed `calendarSchema`.
 */
export function compileCalendar(spec: CalendarSpec): Calendar {
  const exceptions = new Map(spec.exceptions.map((exception) => [exception.date, exception]));
  const day = (epochDay: number): CalendarDay => {
    const date = dateOfEpochDay(epochDay);
    const weekday = weekdayOfEpochDay(epochDay);
    const exception = exceptions.get(date);
    if (exception) return { date, weekday, windows: exception.windows, exception: exception.title };
    return { date, weekday, windows: spec.week[weekday] ?? [], exception: null };
  };
  const block = boundedMemo(blocksRemembered, (index: number) => buildBlock(spec.zone, day, index));
  return { spec, alwaysOpen: spec.alwaysOpen === true, day, block, blockAt: (ms) => blockAround(block, ms) };
}

/** No zone is a whole block away from UTC, so the right block is the UTC one or a neighbour. */
function blockAround(block: (index: number) => CalendarBlock, ms: number): CalendarBlock {
  const guess = block(Math.floor(ms / (daysPerBlock * dayMs)));
  if (ms < guess.startMs) return block(guess.index - 1);
  return ms < guess.endMs ? guess : block(guess.index + 1);
}

function buildBlock(zone: string, dayOf: (epochDay: number) => CalendarDay, index: number): CalendarBlock {
  const first = index * daysPerBlock;
  const startMs = startOfDay(zone, first);
  const endMs = startOfDay(zone, first + daysPerBlock);
  const raw: Stretch[] = [];
  // A window over midnight reaches into the next day, and a skipped hour can push it an hour further.
  for (let day = first - 2; day <= first + daysPerBlock; day++)
    raw.push(...stretchesOfDay(zone, day, dayOf(day)));
  const open = union(raw, startMs, endMs);
  const before: number[] = [];
  let openMs = 0;
  for (const stretch of open) {
    before.push(openMs);
    openMs += stretch.toMs - stretch.fromMs;
  }
  return { index, startMs, endMs, open, before, openMs };
}

function stretchesOfDay(zone: string, epochDay: number, day: CalendarDay): Stretch[] {
  if (day.windows.length === 0) return [];
  // A date the zone skipped has no hours; those of its weekday must not pile onto the day after.
  if (startOfDay(zone, epochDay) === startOfDay(zone, epochDay + 1)) return [];
  return day.windows.map((window) => {
    const { opens, closes } = minutesOfWindow(window);
    const shown = `${window.from}–${window.to}`;
    const reason: StretchReason =
      day.exception === null
        ? { kind: 'hours', date: day.date, window: shown }
        : { kind: 'exception_hours', date: day.date, window: shown, title: day.exception };
    const fromMs = instantOfWallTime(zone, epochDay, opens);
    return { fromMs, toMs: instantOfWallTime(zone, epochDay, closes), open: true, reason };
  });
}

function union(raw: Stretch[], startMs: number, endMs: number): Stretch[] {
  const open: Stretch[] = [];
  let coveredMs = startMs;
  for (const stretch of raw.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)) {
    const fromMs = Math.max(stretch.fromMs, coveredMs);
    const toMs = Math.min(stretch.toMs, endMs);
    if (toMs <= fromMs) continue;
    open.push({ ...stretch, fromMs, toMs });
    coveredMs = toMs;
  }
  return open;
}
