import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayNumber,
  daysFrom,
  momentOf,
} from '../../../../../domain/condition/grammar/time-value.ts';

const dayMs = 86_400_000;
const anyDay = fc.integer({ min: dayNumber('0000-01-01') ?? 0, max: dayNumber('9999-12-31') ?? 0 });

describe('a date', () => {
  it('has the number of days since 1970 that the platform gives it, and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = new Date(day * dayMs).toISOString().slice(0, 10);
        expect(dayNumber(text)).toBe(day);
        expect(dateOfDay(day)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    ' 2026-01-01',
    '',
  ])('is not "%s"', (text) => {
    expect(dayNumber(text)).toBeUndefined();
  });

  it('may be the leap day of 2000', () => {
    expect(dayNumber('2000-02-29')).toBe(11_016);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-03-05T09:00Z', Date.UTC(2026, 2, 5, 9)],
    ['2026-03-05T09:00:01.5Z', Date.UTC(2026, 2, 5, 9, 0, 1, 500)],
    ['2026-03-05T09:00:00+05:45', Date.UTC(2026, 2, 5, 3, 15)],
    ['2026-03-05T09:00:00.007-03:30', Date.UTC(2026, 2, 5, 12, 30, 0, 7)],
    [1234, 1234],
  ])('is %s', (value, moment) => {
    expect(momentOf(value)).toBe(moment);
  });

  it.each([
    '2026-03-05',
    '2026-03-05T09:00',
    '2026-02-30T09:00Z',
    '2026-03-05T24:00Z',
    '2026-03-05T09:60Z',
    '2026-03-05T09:00:60Z',
    '2026-03-05T09:00+24:00',
    '2026-03-05T09:00+01:60',
    true,
  ])('is not %s', (value) => {
    expect(momentOf(value)).toBeUndefined();
  });
});

describe('days from one point to another', () => {
  it('are whole between dates and carry a fraction between moments', () => {
    expect(daysFrom('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysFrom(0, dayMs * 1.5)).toBe(1.5);
    expect(daysFrom('1970-01-01T00:00Z', dayMs)).toBe(1);
  });

  it('do not exist between a date and a moment', () => {
    expect(daysFrom('2024-02-28', 0)).toBeUndefined();
    expect(daysFrom(0, '2024-02-28')).toBeUndefined();
  });
});
