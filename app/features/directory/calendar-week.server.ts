import type { WeekWindow } from './directory-view.ts';
import { dayNames, windowWords } from './field-words.server.ts';
import type { PlainAnswer } from './plain-kind.server.ts';

interface Window {
  readonly from: string;
  readonly to: string;
}

/** A calendar as the API answers it. */
export interface CalendarAnswer extends PlainAnswer {
  readonly title: string;
  readonly zone: string;
  readonly week: Readonly<Record<string, readonly Window[] | undefined>>;
  readonly exceptions: readonly {
    readonly date: string;
    readonly title: string;
    readonly windows: readonly Window[];
  }[];
  readonly alwaysOpen: boolean;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const wholeDay = 1_440;

/** The days of a week with the hours that fall on each: a window past midnight stands on both of its days. */
export function weekDays({ week, alwaysOpen }: Pick<CalendarAnswer, 'week' | 'alwaysOpen'>): {
  readonly name: string;
  readonly windows: readonly WeekWindow[];
}[] {
  if (alwaysOpen)
    return dayNames.map((name) => ({ name, windows: [{ from: 0, to: wholeDay, words: 'all day' }] }));
  const days = dayNames.map((name) => ({ name, windows: [] as WeekWindow[] }));
  for (const [i, day] of days.entries()) {
    for (const window of week[i + 1] ?? []) {
      const [from, to] = [minutesOf(window.from), minutesOf(window.to)];
      const words = windowWords(window);
      day.windows.push({ from, to: to > from ? to : wholeDay, words });
      if (to <= from && to > 0) days[(i + 1) % days.length]?.windows.push({ from: 0, to, words });
    }
  }
  return days;
}

/** How many hours of a week are open, such as `37 h 30 m`. */
export function weekHours(week: CalendarAnswer['week']): string {
  let minutes = 0;
  for (const windows of Object.values(week)) {
    for (const { from, to } of windows ?? []) {
      const length = minutesOf(to) - minutesOf(from);
      minutes += length > 0 ? length : length + wholeDay;
    }
  }
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} m`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
});

/** Exceptions as rows: the day in words, what it is, and the hours that hold instead. */
export function holidayRows(
  exceptions: CalendarAnswer['exceptions'],
): { readonly date: string; readonly day: string; readonly title: string; readonly hours: string }[] {
  return exceptions.map(({ date, title, windows }) => ({
    date,
    day: dayFormat.format(Date.parse(`${date}T00:00:00Z`)),
    title,
    hours: windows.length === 0 ? 'closed' : windows.map(windowWords).join(', '),
  }));
}

/** Windows as people type them: `9-12:30, 13:30-17`. Undefined for what cannot be read. */
export function windowsIn(typed: string): Window[] | undefined {
  const parts = typed
    .split(/[,;]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'closed');
  const windows = parts.map((part) => {
    const [from, to, ...more] = part.split(/\s*(?:–|-|—|\bto\b)\s*/).map(timeIn);
    return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
  });
  return windows.every((window) => window !== undefined) ? windows : undefined;
}

/** `9`, `09:00` and `9.00` are one time. */
function timeIn(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.](\d\d))?$/.exec(typed);
  if (found === null) return undefined;
  return `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`;
}
