import fc from 'fast-check';
import type { CalendarSpec, Weekday, WindowSpec } from '../../../../domain/calendar/calendar.ts';

/** A zone and an instant near a day on which its clocks do something unusual. */
export const unusualDays: readonly (readonly [zone: string, near: string])[] = [
  ['America/New_York', '2024-03-10T07:00Z'],
  ['America/New_York', '2024-11-03T06:00Z'],
  ['Africa/Cairo', '2024-04-25T22:00Z'],
  ['Africa/Cairo', '2024-10-31T21:00Z'],
  ['America/Santiago', '2024-09-08T04:00Z'],
  ['America/Santiago', '2024-04-07T03:00Z'],
  ['Australia/Lord_Howe', '2024-10-05T15:30Z'],
  ['Australia/Lord_Howe', '2024-04-06T15:00Z'],
  ['Antarctica/Troll', '2024-03-31T01:00Z'],
  ['Antarctica/Troll', '2024-10-27T01:00Z'],
  ['Europe/Dublin', '2024-03-31T01:00Z'],
  ['Europe/Dublin', '2024-10-27T01:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['Asia/Kathmandu', '2024-06-01T00:00Z'],
];

const time = (latest: number) =>
  fc.integer({ min: 0, max: latest }).map((quarters) => {
    const hours = String(Math.floor(quarters / 4)).padStart(2, '0');
    return `${hours}:${String((quarters % 4) * 15).padStart(2, '0')}`;
  });

const windows: fc.Arbitrary<WindowSpec[]> = fc.array(fc.record({ from: time(95), to: time(96) }), {
  maxLength: 3,
});

const dateNear = (near: string, days: number) =>
  new Date(Date.parse(near) + days * 86_400_000).toISOString().slice(0, 10);

/** Any calendar, overlapping and nightly windows included, with an instant (on a whole minute) within four days of an unusual day. */
export const unusualCalendar = fc
  .tuple(
    fc.constantFrom(...unusualDays),
    fc.tuple(windows, windows, windows, windows, windows, windows, windows),
    fc.uniqueArray(fc.integer({ min: -4, max: 4 }), { maxLength: 2 }),
    windows,
    fc.integer({ min: -4 * 1440, max: 4 * 1440 }),
  )
  .map(([[zone, near], week, closed, exceptional, offset]) => {
    const spec: CalendarSpec = {
      zone,
      week: Object.fromEntries(week.map((day, i) => [i + 1, day])) as Record<Weekday, WindowSpec[]>,
      exceptions: closed.map((day, i) => ({
        date: dateNear(near, day),
        title: `Exception ${i}`,
        windows: i === 0 ? exceptional : [],
      })),
    };
    return { spec, atMs: Date.parse(near) + offset * 60_000 };
  });
