import { describe, expect, test } from 'vitest';
import type { CalendarSpec } from '../../../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { reasonsInWords, weekdayName } from '../../../../domain/calendar/reasons-in-words.ts';
import { workingWindows } from '../../../../domain/calendar/working-windows.ts';

const nine = [{ from: '09:00', to: '17:00' }];
const dublin: CalendarSpec = {
  zone: 'Europe/Dublin',
  week: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine },
  exceptions: [
    { date: '2024-12-24', title: 'Christmas Eve', windows: [{ from: '10:00', to: '12:00' }] },
    { date: '2024-12-25', title: 'Christmas Day', windows: [] },
    { date: '2024-12-26', title: "St Stephen's Day", windows: [] },
  ],
};

/** In winter clocks in Dublin show UTC. */
function walk(spec: CalendarSpec, from: string, to: string): string[] {
  const stretches = workingWindows(compileCalendar(spec), Date.parse(from), Date.parse(to));
  return [...stretches].map((stretch) => {
    const [start, end] = [stretch.fromMs, stretch.toMs].map((ms) => new Date(ms).toISOString().slice(5, 16));
    return `${start} ${end} ${stretch.open ? 'open' : 'shut'} ${reasonsInWords([stretch.reason])}`;
  });
}

describe('walking a calendar', () => {
  test('says of each stretch whether it counts and why', () => {
    expect(walk(dublin, '2024-12-23T16:00Z', '2024-12-27T10:00Z')).toEqual([
      '12-23T16:00 12-23T17:00 open Working hours 09:00–17:00',
      '12-23T17:00 12-24T00:00 shut Closed: outside hours',
      '12-24T00:00 12-24T10:00 shut Closed: outside hours',
      '12-24T10:00 12-24T12:00 open Working hours 10:00–12:00 (Christmas Eve)',
      '12-24T12:00 12-25T00:00 shut Closed: outside hours',
      '12-25T00:00 12-26T00:00 shut Closed: Christmas Day',
      "12-26T00:00 12-27T00:00 shut Closed: St Stephen's Day",
      '12-27T00:00 12-27T09:00 shut Closed: outside hours',
      '12-27T09:00 12-27T10:00 open Working hours 09:00–17:00',
    ]);
  });

  test('names closed weekdays', () => {
    expect(walk(dublin, '2024-11-30T12:00Z', '2024-12-02T00:00Z')).toEqual([
      '11-30T12:00 12-01T00:00 shut Closed: Saturday',
      '12-01T00:00 12-02T00:00 shut Closed: Sunday',
    ]);
    expect(weekdayName(1)).toBe('Monday');
  });

  test('lets a night run into a holiday and counts no night that begins on it', () => {
    const night = [{ from: '22:00', to: '06:00' }];
    const spec = {
      ...dublin,
      week: { 2: night, 3: night, 4: night },
      exceptions: dublin.exceptions.slice(1, 2),
    };
    expect(walk(spec, '2024-12-24T23:00Z', '2024-12-26T01:00Z')).toEqual([
      '12-24T23:00 12-25T06:00 open Working hours 22:00–06:00',
      '12-25T06:00 12-26T00:00 shut Closed: Christmas Day',
      '12-26T00:00 12-26T01:00 shut Closed: outside hours',
    ]);
  });

  test('never cuts a window, however long the walk', () => {
    const night = [{ from: '22:00', to: '06:00' }];
    const spec: CalendarSpec = {
      zone: 'UTC',
      week: { 1: night, 2: night, 3: night, 4: night, 5: night, 6: night, 7: night },
      exceptions: [],
    };
    const stretches = [
      ...workingWindows(
        compileCalendar(spec),
        Date.parse('2024-01-01T12:00Z'),
        Date.parse('2024-12-31T12:00Z'),
      ),
    ];
    expect(stretches.filter((stretch) => stretch.open)).toHaveLength(365);
  });

  test('walks an always open calendar in one stretch', () => {
    const spec: CalendarSpec = { zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true };
    expect(walk(spec, '2024-01-01T00:00Z', '2025-01-01T00:00Z')).toEqual([
      '01-01T00:00 01-01T00:00 open Every hour counts',
    ]);
  });

  test('has nothing to walk backwards', () => {
    expect(walk(dublin, '2024-12-24T12:00Z', '2024-12-24T12:00Z')).toEqual([]);
  });

  test('says each reason of a closure once', () => {
    const closed = [
      ...workingWindows(
        compileCalendar(dublin),
        Date.parse('2024-12-06T17:00Z'),
        Date.parse('2024-12-09T09:00Z'),
      ),
    ];
    expect(reasonsInWords(closed.map((stretch) => stretch.reason))).toBe(
      'Closed: outside hours, Saturday, Sunday',
    );
  });
});
