import { describe, expect, test } from 'vitest';
import { addWorkingTime } from '../../../../domain/calendar/add-working-time.ts';
import { boundedMemo } from '../../../../domain/calendar/bounded-memo.ts';
import type { CalendarSpec } from '../../../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { elapsedWorkingTime } from '../../../../domain/calendar/elapsed-working-time.ts';
import { isOpen } from '../../../../domain/calendar/is-open.ts';
import { nextOpening } from '../../../../domain/calendar/next-opening.ts';

const hourMs = 3_600_000;
const nine = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:30' },
];
const office: CalendarSpec = {
  zone: 'UTC',
  week: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine },
  exceptions: [],
};
const calendar = compileCalendar(office);
const at = (text: string) => Date.parse(`${text}Z`);

describe('working time', () => {
  test('skips lunch, nights and weekends', () => {
    expect(addWorkingTime(calendar, at('2024-06-07T16:30'), 4 * hourMs)).toBe(at('2024-06-10T12:00'));
    expect(addWorkingTime(calendar, at('2024-06-07T16:30'), 4 * hourMs + 1)).toBe(at('2024-06-10T13:00') + 1);
    expect(elapsedWorkingTime(calendar, at('2024-06-07T16:30'), at('2024-06-10T12:30'))).toBe(4 * hourMs);
  });

  test('adds nothing without waiting for the next opening', () => {
    expect(addWorkingTime(calendar, at('2024-06-08T10:00'), 0)).toBe(at('2024-06-08T10:00'));
  });

  test('is negative backwards and zero, not minus zero, where nothing is open', () => {
    expect(elapsedWorkingTime(calendar, at('2024-06-10T10:00'), at('2024-06-10T09:00'))).toBe(-hourMs);
    expect(elapsedWorkingTime(calendar, at('2024-06-09T10:00'), at('2024-06-09T09:00'))).toBe(0);
  });

  test('is every hour on an always open calendar', () => {
    const always = compileCalendar({ zone: 'Europe/Dublin', week: {}, exceptions: [], alwaysOpen: true });
    expect(addWorkingTime(always, at('2024-03-30T12:00'), 24 * hourMs)).toBe(at('2024-03-31T12:00'));
    expect(elapsedWorkingTime(always, at('2024-03-31T12:00'), at('2024-03-30T12:00'))).toBe(-24 * hourMs);
  });

  test('works before 1970 and across many years', () => {
    const years = elapsedWorkingTime(calendar, at('1960-01-04T00:00'), at('2024-01-01T00:00'));
    // 64 years from Monday to Monday are 3,339 weeks of 37.5 hours.
    expect(years).toBe(3_339 * 37.5 * hourMs);
  });

  test('counts windows that overlap by an exception once', () => {
    const night = [{ from: '20:00', to: '06:00' }];
    const early = [{ from: '04:00', to: '08:00' }];
    const spec: CalendarSpec = {
      zone: 'UTC',
      week: { 1: night },
      exceptions: [{ date: '2024-06-11', title: 'Early', windows: early }],
    };
    expect(elapsedWorkingTime(compileCalendar(spec), at('2024-06-10T00:00'), at('2024-06-12T00:00'))).toBe(
      12 * hourMs,
    );
  });

  test('is refused where the calendar never opens', () => {
    const closed = compileCalendar({ ...office, week: {} });
    expect(() => addWorkingTime(closed, at('2024-06-10T00:00'), 1)).toThrow(
      /closure of two years or more after 2024-06-10/,
    );
    expect(elapsedWorkingTime(closed, at('2024-06-10T00:00'), at('2030-06-10T00:00'))).toBe(0);
  });

  test('is refused where it would be reached after ten years', () => {
    const scarce = compileCalendar({ ...office, week: { 1: [{ from: '09:00', to: '09:01' }] } });
    expect(() => addWorkingTime(scarce, at('2024-06-10T00:00'), 24 * hourMs)).toThrow(
      /not reached within ten years after 2024-06-10/,
    );
    expect(addWorkingTime(scarce, at('2024-06-10T00:00'), 500 * 60_000)).toBe(at('2034-01-02T09:01'));
  });

  test('waits for an opening that is more than a year away', () => {
    const spec: CalendarSpec = {
      ...office,
      week: {},
      exceptions: [{ date: '2026-05-01', title: 'Stocktaking', windows: nine }],
    };
    expect(addWorkingTime(compileCalendar(spec), at('2024-06-10T00:00'), hourMs)).toBe(
      at('2026-05-01T10:00'),
    );
  });

  test('takes whole milliseconds only', () => {
    expect(() => addWorkingTime(calendar, 0.5, 1)).toThrow('Broken promise');
    expect(() => addWorkingTime(calendar, 0, -1)).toThrow('Broken promise');
    expect(() => elapsedWorkingTime(calendar, 0, Number.NaN)).toThrow('Broken promise');
  });
});

describe('being open', () => {
  test.each([
    ['2024-06-10T09:00', 0, true],
    ['2024-06-10T08:59', 0, false],
    ['2024-06-10T12:00', 0, false],
    ['2024-06-10T17:00', 30, true],
    ['2024-06-10T17:01', 30, false],
    ['2024-06-10T11:45', 30, false],
  ])('at %s with %d minutes to go is %s', (text, minutes, open) => {
    expect(isOpen(calendar, at(text), minutes * 60_000)).toBe(open);
  });

  test('needs no look-ahead', () => {
    expect(isOpen(calendar, at('2024-06-10T17:29'))).toBe(true);
  });

  test('comes next at the next opening', () => {
    expect(nextOpening(calendar, at('2024-06-10T10:00'))).toBe(at('2024-06-10T10:00'));
    expect(nextOpening(calendar, at('2024-06-07T17:30'))).toBe(at('2024-06-10T09:00'));
  });
});

describe('a bounded memory', () => {
  test('computes once while it remembers, and forgets the oldest', () => {
    const computed: number[] = [];
    const double = boundedMemo(2, (n: number) => {
      computed.push(n);
      return 2 * n;
    });
    expect([double(1), double(1), double(2), double(3), double(2), double(1)]).toEqual([2, 2, 4, 6, 4, 2]);
    expect(computed).toEqual([1, 2, 3, 1]);
  });
});
