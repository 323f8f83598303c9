import { type CalendarAnswer, windowsIn } from './calendar-week.server.ts';
import type { Desk } from './desk.server.ts';
import type { FieldSpec } from './directory-view.ts';
import { dayNames, windowWords } from './field-words.server.ts';
import { rowValues, zoneOptions } from './fields.server.ts';
import { misread } from './misread.server.ts';
import type { PlainEditor } from './plain-kind.server.ts';
import type { Posted } from './posted.server.ts';
import { dateIn } from './spans.server.ts';

const dayField = (i: number): string => `day-${i + 1}`;
const hoursWords = (windows: readonly { readonly from: string; readonly to: string }[] | undefined): string =>
  (windows ?? []).map(windowWords).join(', ');

const fields: readonly FieldSpec[] = [
  { name: 'title', label: 'Name', kind: 'line', required: true },
  { name: 'zone', label: 'Time zone', kind: 'named', required: true, options: zoneOptions() },
  {
    name: 'alwaysOpen',
    label: 'Hours',
    kind: 'choice',
    required: true,
    wide: true,
    hint: 'Write each day such as 9–12:30, 13:30–17; a day without hours is closed.',
    options: [
      { id: 'no', label: 'Those of the week below' },
      { id: 'yes', label: 'Always open, every hour of every day' },
    ],
  },
  ...dayNames.map((label, i) => ({ name: dayField(i), label, kind: 'line' as const, plain: true as const })),
  {
    name: 'exceptions',
    label: 'Holidays and other hours',
    kind: 'rows',
    plain: true,
    hint: 'Days on which other hours hold than on their weekday; no hours means closed.',
    columns: [
      { name: 'date', label: 'Day', kind: 'date' },
      { name: 'title', label: 'What', kind: 'line' },
      { name: 'hours', label: 'Hours', kind: 'line' },
    ],
  },
];

/** How the hours of a calendar are written down. */
export function calendarEditor(
  desk: Pick<Desk, 'zone' | 'now'>,
  calendar: CalendarAnswer | null,
): PlainEditor {
  return {
    controls: {
      week: dayField(0),
      ...Object.fromEntries(dayNames.map((_, i) => [`week.${i + 1}`, dayField(i)])),
    },
    fields: async () => fields,
    values: async () => ({
      title: [calendar?.title ?? ''],
      zone: [calendar?.zone ?? desk.zone],
      alwaysOpen: [calendar?.alwaysOpen === true ? 'yes' : 'no'],
      ...Object.fromEntries(
        dayNames.map((_, i) => [
          dayField(i),
          [calendar === null ? (i < 5 ? '09:00–17:00' : '') : hoursWords(calendar.week[i + 1])],
        ]),
      ),
      ...rowValues(
        'exceptions',
        nextFirst(calendar, desk.now).map(({ date, title, windows }) => ({
          date,
          title,
          hours: hoursWords(windows),
        })),
      ),
    }),
    body: async (posted) => {
      const plain = { title: posted.text('title'), zone: posted.text('zone') };
      if (posted.text('alwaysOpen') === 'yes')
        return { ...plain, alwaysOpen: true, week: {}, exceptions: [] };
      return {
        ...plain,
        alwaysOpen: false,
        week: Object.fromEntries(dayNames.flatMap((_, i) => dayIn(posted, i))),
        exceptions: inStoredOrder(posted, calendar).map(({ at, cell }) => ({
          date: cell('date'),
          title: cell('title'),
          windows: hoursIn(`${at}.hours`, cell('hours')),
        })),
      };
    },
    placed: (posted) =>
      Object.fromEntries(
        inStoredOrder(posted, calendar).flatMap(({ at }, i) => [
          [`exceptions.${i}.date`, `${at}.date`],
          [`exceptions.${i}.title`, `${at}.title`],
          [`exceptions.${i}.windows`, `${at}.hours`],
        ]),
      ),
  };
}

function dayIn(posted: Posted, i: number): [string, object][] {
  const windows = hoursIn(dayField(i), posted.text(dayField(i)));
  return windows.length === 0 ? [] : [[String(i + 1), windows]];
}

function hoursIn(name: string, typed: string): { readonly from: string; readonly to: string }[] {
  const windows = windowsIn(typed);
  if (windows === undefined) throw misread(name, 'Write hours as 9–12:30, 13:30–17; nothing means closed.');
  return windows;
}

/** What is ahead comes first, and then what is past, latest first: that is what people come to change. */
function nextFirst(calendar: CalendarAnswer | null, now: number): CalendarAnswer['exceptions'] {
  if (calendar === null) return [];
  const today = dateIn(calendar.zone, now);
  const sorted = calendar.exceptions.toSorted((a, b) => a.date.localeCompare(b.date));
  return [
    ...sorted.filter(({ date }) => date >= today),
    ...sorted.filter(({ date }) => date < today).reverse(),
  ];
}

/** The rows as they are stored, new ones last: to look at them in another order changes nothing. */
function inStoredOrder(posted: Posted, calendar: CalendarAnswer | null): ReturnType<Posted['rows']> {
  const dates = (calendar?.exceptions ?? []).map(({ date }) => date);
  const place = (date: string): number => (dates.includes(date) ? dates.indexOf(date) : dates.length);
  return posted.rows('exceptions').toSorted((a, b) => place(a.cell('date')) - place(b.cell('date')));
}
