import { describeParsing, says } from './describe-parsing.ts';

describeParsing([
  {
    field: { kind: 'date', min: '2024-01-01', max: '2026-12-31' },
    rows: [
      ['takes a leap day', '2024-02-29', '2024-02-29'],
      ['trims', ' 2026-01-01 ', '2026-01-01'],
      [
        'refuses a day that does not exist',
        '2026-02-29',
        says('Give a date that exists, as year-month-day: 2026-03-05.'),
      ],
      [
        'refuses another order',
        '05/03/2026',
        says('Give a date that exists, as year-month-day: 2026-03-05.'),
      ],
      ['refuses a year 0', '0000-01-01', says('Give a date that exists, as year-month-day: 2026-03-05.')],
      ['refuses a number', 20260101, says('Give a date that exists, as year-month-day: 2026-03-05.')],
      ['refuses before the first', '2023-12-31', says('Give a date on or after 2024-01-01.')],
      ['refuses after the last', '2027-01-01', says('Give a date on or before 2026-12-31.')],
    ],
  },
  {
    field: { kind: 'datetime', min: '2024-01-01T00:00:00Z', max: '2026-12-31T00:00:00Z' },
    rows: [
      ['stores UTC', '2026-03-05T10:00+01:00', '2026-03-05T09:00:00.000Z'],
      ['keeps milliseconds', '2026-03-05T10:00:01.25Z', '2026-03-05T10:00:01.250Z'],
      [
        'refuses a time without an offset',
        '2026-03-05T10:00',
        says('Give day, time and offset, such as 2026-03-05T10:00+01:00 or 2026-03-05T09:00Z.'),
      ],
      [
        'refuses a number',
        1,
        says('Give day, time and offset, such as 2026-03-05T10:00+01:00 or 2026-03-05T09:00Z.'),
      ],
      [
        'refuses before the first',
        '2023-12-31T00:00Z',
        says('Give a time at or after 2024-01-01T00:00:00Z.'),
      ],
      ['refuses after the last', '2027-01-01T00:00Z', says('Give a time at or before 2026-12-31T00:00:00Z.')],
    ],
  },
  {
    field: { kind: 'datetime' },
    rows: [
      [
        'refuses what would leave the years 1000 to 9999',
        '9999-12-31T23:59-10:00',
        says('Give day, time and offset, such as 2026-03-05T10:00+01:00 or 2026-03-05T09:00Z.'),
      ],
    ],
  },
]);
