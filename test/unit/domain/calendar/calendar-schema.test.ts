import { describe, expect, test } from 'vitest';
import { calendarSchema } from '../../../../domain/calendar/calendar-schema.ts';

const nine = { from: '09:00', to: '17:30' };
const good = { zone: 'Europe/Dublin', week: { 1: [nine] }, exceptions: [] };

function problems(spec: unknown): string[] {
  const result = calendarSchema.safeParse(spec);
  return (result.error?.issues ?? []).map((issue) => `/${issue.path.join('/')}: ${issue.message}`);
}

describe('a stored calendar', () => {
  test.each([
    ['ordinary hours', good],
    ['no hours at all', { ...good, week: {} }],
    ['every hour', { zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true }],
    ['several windows that touch', { ...good, week: { 1: [nine, { from: '17:30', to: '24:00' }] } }],
    [
      'a night that ends as the next day opens',
      { ...good, week: { 1: [{ from: '22:00', to: '06:00' }], 2: [{ from: '06:00', to: '22:00' }] } },
    ],
    ['a round day', { ...good, week: { 1: [{ from: '09:00', to: '09:00' }] } }],
    [
      'an exception beside a night',
      {
        ...good,
        week: { 1: [{ from: '22:00', to: '06:00' }] },
        exceptions: [{ date: '2024-12-24', title: 'Early', windows: [{ from: '05:00', to: '12:00' }] }],
      },
    ],
  ])('takes %s', (_words, spec) => {
    expect(problems(spec)).toEqual([]);
    expect(calendarSchema.parse(spec)).toEqual(spec);
  });

  test.each([
    ['an offset for a zone', { ...good, zone: '+02:00' }, '/zone: Name a time zone'],
    ['a zone nobody knows', { ...good, zone: 'Mars/Olympus' }, '/zone: Name a time zone'],
    ['an unknown key', { ...good, hours: [] }, '/: Unrecognized key: "hours"'],
    ['an eighth weekday', { ...good, week: { 8: [nine] } }, '/week: Unrecognized key: "8"'],
    [
      'an opening at 24:00',
      { ...good, week: { 1: [{ from: '24:00', to: '01:00' }] } },
      '/week/1/0/from: Write the opening time',
    ],
    [
      'a closing at 24:30',
      { ...good, week: { 1: [{ from: '09:00', to: '24:30' }] } },
      '/week/1/0/to: Write the closing time',
    ],
    [
      'a date that is none',
      { ...good, exceptions: [{ date: '2023-02-29', title: 'Leap', windows: [] }] },
      '/exceptions/0/date: Write the date',
    ],
    [
      'a nameless exception',
      { ...good, exceptions: [{ date: '2024-02-29', title: ' ', windows: [] }] },
      '/exceptions/0/title: Say what',
    ],
    [
      'an always open calendar with hours',
      { ...good, alwaysOpen: true },
      '/alwaysOpen: A calendar that is always open',
    ],
    [
      'overlapping windows',
      { ...good, week: { 1: [{ from: '17:00', to: '18:00' }, nine] } },
      '/week/1/0: Monday 09:00–17:30 and Monday 17:00–18:00 overlap',
    ],
    [
      'a window inside a longer one, past a third',
      {
        ...good,
        week: {
          1: [
            { from: '08:00', to: '18:00' },
            { from: '09:00', to: '10:00' },
            { from: '11:00', to: '12:00' },
          ],
        },
      },
      '/week/1/2: Monday 08:00–18:00 and Monday 11:00–12:00 overlap',
    ],
    [
      'a night that runs into the next day',
      { ...good, week: { 2: [{ from: '22:00', to: '06:00' }], 3: [{ from: '05:00', to: '13:00' }] } },
      '/week/3/0: Tuesday 22:00–06:00 and Wednesday 05:00–13:00 overlap',
    ],
    [
      'a Sunday night that runs into Monday',
      { ...good, week: { 7: [{ from: '22:00', to: '10:00' }], 1: [nine] } },
      '/week/1/0: Sunday 22:00–10:00 and Monday 09:00–17:30 overlap',
    ],
    [
      'overlapping windows of an exception',
      {
        ...good,
        exceptions: [{ date: '2024-12-24', title: 'Early', windows: [nine, { from: '12:00', to: '13:00' }] }],
      },
      '/exceptions/0/windows/1: 2024-12-24 09:00–17:30 and 2024-12-24 12:00–13:00 overlap',
    ],
    [
      'a date twice',
      {
        ...good,
        exceptions: [
          { date: '2024-12-25', title: 'Christmas', windows: [] },
          { date: '2024-12-25', title: 'Again', windows: [] },
        ],
      },
      '/exceptions/1/date: 2024-12-25 has an exception already',
    ],
    [
      'thirteen windows',
      {
        ...good,
        week: {
          1: Array.from({ length: 13 }, (_, i) => ({
            from: `${String(i + 10)}:00`,
            to: `${String(i + 10)}:30`,
          })),
        },
      },
      '/week/1: A day has 12 windows at most',
    ],
  ])('refuses %s', (_words, spec, problem) => {
    expect(problems(spec).join('\n')).toContain(problem);
  });

  test('reports an overlap once', () => {
    const spec = { ...good, week: { 1: [nine, { from: '12:00', to: '13:00' }] } };
    expect(problems(spec)).toHaveLength(1);
  });
});
