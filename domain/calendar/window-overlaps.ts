import type { CalendarSpec, Weekday, WindowSpec } from './calendar.ts';
import { minutesOfWindow } from './minute-of-day.ts';
import { weekdayName } from './reasons-in-words.ts';

/** A window that begins before the one before it ends; `path` leads to it in the spec. */
export interface WindowOverlap {
  readonly path: (string | number)[];
  readonly message: string;
}

interface Placed {
  readonly opens: number;
  readonly closes: number;
  readonly path: (string | number)[];
  readonly name: string;
}

const minutesPerWeek = 7 * 1440;
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Every overlap of windows within the week, which runs round from Sunday to Monday, and within each exception. */
export function windowOverlaps(spec: CalendarSpec): WindowOverlap[] {
  const week = weekdays.flatMap((weekday) =>
    (spec.week[weekday] ?? []).map((window, index) =>
      place(window, (weekday - 1) * 1440, ['week', String(weekday), index], `${weekdayName(weekday)} `),
    ),
  );
  const round = week.map((window) => ({
    ...window,
    opens: window.opens + minutesPerWeek,
    closes: window.closes + minutesPerWeek,
  }));
  const overlaps = [...overlapsOf([...week, ...round])];
  for (const [index, exception] of spec.exceptions.entries()) {
    const windows = exception.windows.map((window, at) =>
      place(window, 0, ['exceptions', index, 'windows', at], `${exception.date} `),
    );
    overlaps.push(...overlapsOf(windows));
  }
  return [...new Map(overlaps.map((overlap) => [overlap.path.join('/'), overlap])).values()];
}

function place(window: WindowSpec, offset: number, path: (string | number)[], prefix: string): Placed {
  const { opens, closes } = minutesOfWindow(window);
  return {
    opens: opens + offset,
    closes: closes + offset,
    path,
    name: `${prefix}${window.from}–${window.to}`,
  };
}

function* overlapsOf(windows: readonly Placed[]): Generator<WindowOverlap, void, undefined> {
  const sorted = [...windows].sort((a, b) => a.opens - b.opens || a.closes - b.closes);
  let latest: Placed | null = null;
  for (const window of sorted) {
    if (latest && window.opens < latest.closes) {
      yield { path: window.path, message: `${latest.name} and ${window.name} overlap. Move or join them.` };
    }
    if (!latest || window.closes > latest.closes) latest = window;
  }
}
