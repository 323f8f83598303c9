import { describe, expect, test } from 'vitest';
import { addWorkingTime } from '../../../../domain/calendar/add-working-time.ts';
import type { CalendarSpec, Weekday, WindowSpec } from '../../../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { elapsedWorkingTime } from '../../../../domain/calendar/elapsed-working-time.ts';

const hourMs = 3_600_000;

function daily(zone: string, from: string, to: string): CalendarSpec {
  const window: WindowSpec = { from, to };
  const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [window]]));
  return { zone, week: week as Record<Weekday, WindowSpec[]>, exceptions: [] };
}

/** Worked out by hand from the zone's published rules: the window, its open time in hours, and where it lies in UTC. */
const days = `
America/New_York    | 00:00–08:00 | 7    | 2024-03-10T05:00Z | 2024-03-10T12:00Z | skips 02:00–03:00
America/New_York    | 02:30–08:00 | 4.5  | 2024-03-10T07:30Z | 2024-03-10T12:00Z | opens an hour later when its opening is skipped
America/New_York    | 01:00–02:30 | 1.5  | 2024-03-10T06:00Z | 2024-03-10T07:30Z | closes an hour later when its closing is skipped
America/New_York    | 02:15–02:45 | 0.5  | 2024-03-10T07:15Z | 2024-03-10T07:45Z | moves a window that lies in the skipped hour
America/New_York    | 22:00–06:00 | 7    | 2024-03-10T03:00Z | 2024-03-10T10:00Z | loses an hour of a night
America/New_York    | 00:00–08:00 | 9    | 2024-11-03T04:00Z | 2024-11-03T13:00Z | shows 01:00–02:00 twice
America/New_York    | 01:30–08:00 | 7.5  | 2024-11-03T05:30Z | 2024-11-03T13:00Z | opens at the first of two showings
America/New_York    | 00:00–01:30 | 1.5  | 2024-11-03T04:00Z | 2024-11-03T05:30Z | closes at the first of two showings
America/New_York    | 22:00–06:00 | 9    | 2024-11-03T02:00Z | 2024-11-03T11:00Z | gains an hour of a night
Africa/Cairo        | 00:00–08:00 | 7    | 2024-04-25T22:00Z | 2024-04-26T05:00Z | has no midnight in spring
Africa/Cairo        | 16:00–24:00 | 8    | 2024-04-25T14:00Z | 2024-04-25T22:00Z | ends the day before at the jump
Africa/Cairo        | 16:00–24:00 | 9    | 2024-10-31T13:00Z | 2024-10-31T22:00Z | shows the last hour of a Thursday twice
America/Santiago    | 01:00–09:00 | 8    | 2024-09-08T04:00Z | 2024-09-08T12:00Z | has no midnight in spring
America/Santiago    | 20:00–04:00 | 7    | 2024-09-08T00:00Z | 2024-09-08T07:00Z | loses an hour of a night
America/Santiago    | 20:00–24:00 | 5    | 2024-04-06T23:00Z | 2024-04-07T04:00Z | shows the last hour of a Saturday twice
America/Santiago    | 20:00–23:30 | 3.5  | 2024-04-06T23:00Z | 2024-04-07T02:30Z | closes at the first of two showings before midnight
Australia/Lord_Howe | 00:00–08:00 | 7.5  | 2024-10-05T13:30Z | 2024-10-05T21:00Z | skips half an hour
Australia/Lord_Howe | 02:15–08:00 | 5.25 | 2024-10-05T15:45Z | 2024-10-05T21:00Z | opens half an hour later when its opening is skipped
Australia/Lord_Howe | 00:00–08:00 | 8.5  | 2024-04-06T13:00Z | 2024-04-06T21:30Z | shows half an hour twice
Antarctica/Troll    | 00:00–08:00 | 6    | 2024-03-31T00:00Z | 2024-03-31T06:00Z | skips two hours
Antarctica/Troll    | 02:00–08:00 | 4    | 2024-03-31T02:00Z | 2024-03-31T06:00Z | opens two hours later when its opening is skipped
Antarctica/Troll    | 00:00–08:00 | 10   | 2024-10-26T22:00Z | 2024-10-27T08:00Z | shows two hours twice
Europe/Dublin       | 00:00–08:00 | 7    | 2024-03-31T00:00Z | 2024-03-31T07:00Z | skips 01:00–02:00 though its winter time is the exception
Europe/Dublin       | 01:30–08:00 | 7.5  | 2024-10-27T00:30Z | 2024-10-27T08:00Z | shows 01:00–02:00 twice
Pacific/Apia        | 20:00–04:00 | 8    | 2011-12-30T06:00Z | 2011-12-30T14:00Z | works through the night into the day after the missing one
Asia/Kathmandu      | 09:00–17:30 | 8.5  | 2024-06-03T03:15Z | 2024-06-03T11:45Z | lies 5 h 45 m ahead
Asia/Kathmandu      | 20:00–04:00 | 7.75 | 1985-12-31T14:30Z | 1985-12-31T22:15Z | moved by a quarter at midnight of 1986
`;

describe('a day on which clocks change', () => {
  const rows = days
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
  test.each(rows)('%s, window %s: %s h from %s to %s (%s)', (...row) => {
    const [zone = '', window = '', hours, opens = '', closes = ''] = row;
    const [from, to] = window.split('–');
    const calendar = compileCalendar(daily(zone, from ?? '', to ?? ''));
    const [opensMs, closesMs, openMs] = [Date.parse(opens), Date.parse(closes), Number(hours) * hourMs];
    expect(closesMs - opensMs).toBe(openMs);
    expect(elapsedWorkingTime(calendar, opensMs, closesMs)).toBe(openMs);
    expect(addWorkingTime(calendar, opensMs - 1, 1)).toBe(opensMs + 1);
    expect(addWorkingTime(calendar, opensMs, openMs)).toBe(closesMs);
    expect(addWorkingTime(calendar, opensMs, openMs + 1)).toBeGreaterThan(closesMs + 1);
  });
});

describe('the date that Samoa skipped', () => {
  const weekdays = daily('Pacific/Apia', '09:00', '17:00');

  test('has no hours, and the day after has its own once', () => {
    const calendar = compileCalendar(weekdays);
    // 29 December 17:00 (UTC-10) is 30 December 03:00 UTC; 31 December 09:00 (UTC+14) is 30 December 19:00 UTC.
    expect(addWorkingTime(calendar, Date.parse('2011-12-30T03:00Z'), hourMs)).toBe(
      Date.parse('2011-12-30T20:00Z'),
    );
    expect(
      elapsedWorkingTime(calendar, Date.parse('2011-12-29T10:00Z'), Date.parse('2011-12-31T10:00Z')),
    ).toBe(16 * hourMs);
  });

  test('does not lend its Friday hours to a free Saturday', () => {
    const spec: CalendarSpec = { ...weekdays, week: { 5: [{ from: '09:00', to: '17:00' }] } };
    const calendar = compileCalendar(spec);
    // The next Friday is 6 January 2012, 09:00 there being 5 January 19:00 UTC.
    expect(addWorkingTime(calendar, Date.parse('2011-12-30T03:00Z'), 1)).toBe(
      Date.parse('2012-01-05T19:00Z') + 1,
    );
  });
});
