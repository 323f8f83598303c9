import { describe, expect, it } from 'vitest';
import {
  weekDays,
  weekHours,
  windowsIn,
} from '../../../../../app/features/directory/calendar-week.server.ts';

describe('hours as they are typed', () => {
  it.each([
    [
      '9-12:30, 13:30-17',
      [
        { from: '09:00', to: '12:30' },
        { from: '13:30', to: '17:00' },
      ],
    ],
    ['09:00–17:00', [{ from: '09:00', to: '17:00' }]],
    [
      '9.15 to 17 and 18 to 20',
      [
        { from: '09:15', to: '17:00' },
        { from: '18:00', to: '20:00' },
      ],
    ],
    ['0–24', [{ from: '00:00', to: '24:00' }]],
    ['', []],
    ['closed', []],
  ])('reads “%s”', (typed, windows) => {
    expect(windowsIn(typed)).toEqual(windows);
  });

  it.each(['nine to five', '9', '9-12-17', '9:5-10', '-'])('does not read “%s”', (typed) => {
    expect(windowsIn(typed)).toBeUndefined();
  });
});

describe('the picture of a week', () => {
  it('stands a window past midnight on both of its days', () => {
    const days = weekDays({ alwaysOpen: false, week: { 7: [{ from: '22:00', to: '06:00' }] } });
    expect(days[6]?.windows).toEqual([{ from: 1_320, to: 1_440, words: '22:00–06:00' }]);
    expect(days[0]?.windows).toEqual([{ from: 0, to: 360, words: '22:00–06:00' }]);
  });

  it('does not reach into the next day at midnight', () => {
    const days = weekDays({ alwaysOpen: false, week: { 1: [{ from: '09:00', to: '24:00' }] } });
    expect(days[0]?.windows).toEqual([{ from: 540, to: 1_440, words: '09:00–24:00' }]);
    expect(days[1]?.windows).toEqual([]);
  });

  it('is full for a calendar that is always open', () => {
    const days = weekDays({ alwaysOpen: true, week: {} });
    expect(days).toHaveLength(7);
    expect(days.every(({ windows }) => windows[0]?.to === 1_440)).toBe(true);
  });

  it('adds up the hours of a week', () => {
    expect(weekHours({ 1: [{ from: '09:00', to: '12:30' }], 2: [{ from: '22:00', to: '06:00' }] })).toBe(
      '11 h 30 m',
    );
    expect(weekHours({})).toBe('0 h');
  });
});
