import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Weekday, WindowSpec } from '../../../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { isOpen } from '../../../../domain/calendar/is-open.ts';
import { nextCommonOpening } from '../../../../domain/calendar/next-common-opening.ts';

const hourMs = 3_600_000;
const at = (text: string) => Date.parse(`${text}Z`);
const hours = (from: string, to: string, days: readonly Weekday[] = [1, 2, 3, 4, 5]) => {
  const windows: WindowSpec[] = [{ from, to }];
  const week = Object.fromEntries(days.map((day) => [day, windows]));
  return compileCalendar({ zone: 'UTC', week, exceptions: [] });
};
const office = hours('09:00', '17:00');
const always = compileCalendar({ zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true });
const friday = '2024-06-07';

describe('the next opening common to calendars', () => {
  it.each([
    ['of one that is open is now', [office], `${friday}T10:00`, 0, `${friday}T10:00`],
    ['of none at all is now', [], `${friday}T03:00`, 0, `${friday}T03:00`],
    ['is never before one that is always open', [always, office], `${friday}T03:00`, 0, `${friday}T09:00`],
    ['passes over the weekend', [office], `${friday}T17:00`, 0, '2024-06-10T09:00'],
    [
      'lies where both are open',
      [office, hours('15:00', '20:00', [2])],
      `${friday}T16:00`,
      0,
      '2024-06-11T15:00',
    ],
    ['does not come at the end of a day', [office], `${friday}T16:30`, hourMs, '2024-06-10T09:00'],
    [
      'goes on over windows that touch',
      [hours('00:00', '24:00', [1, 2])],
      '2024-06-10T23:30',
      hourMs,
      '2024-06-10T23:30',
    ],
  ])('%s', (_which, ...asked) => {
    const [calendars, from, lookAheadMs, next] = asked;
    expect(nextCommonOpening(calendars, at(from), lookAheadMs)).toBe(at(next));
  });

  it.each([
    ['that are never open together', [office, hours('18:00', '20:00')], 0],
    ['of which one is never open', [office, hours('09:00', '17:00', [])], 0],
    ['that never stay open so long', [office], 9 * hourMs],
  ])('is nowhere for calendars %s', (_which, calendars, lookAheadMs) => {
    expect(nextCommonOpening(calendars, at(`${friday}T10:00`), lookAheadMs)).toBeNull();
  });

  const evening = hours('13:30', '19:00', [2, 4, 6]);
  test.prop([fc.integer({ min: 0, max: 14 * 24 }), fc.integer({ min: 0, max: 5 })])(
    'is the first half hour at which all stay open, asked one by one',
    (offset, ahead) => {
      const from = at(`${friday}T00:00`) + offset * hourMs;
      const open = (ms: number) => [office, evening].every((one) => isOpen(one, ms, ahead * (hourMs / 2)));
      let expected = from;
      for (let tried = 0; !open(expected) && tried < 1_000; tried += 1) expected += hourMs / 2;
      expect(nextCommonOpening([office, evening], from, ahead * (hourMs / 2))).toBe(expected);
    },
  );
});
