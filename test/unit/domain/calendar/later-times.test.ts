import { describe, expect, it } from 'vitest';
import type { CalendarSpec } from '../../../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { laterTimes } from '../../../../domain/calendar/later-times.ts';

const hours = [{ from: '08:30', to: '17:00' }];
const office = {
  zone: 'Europe/Madrid',
  week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
  exceptions: [],
};
const always = { zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true };

/** The times offered at a wall time in Madrid in winter, as wall times. */
function offered(at: string, spec: CalendarSpec = office): Record<string, string> {
  const times = laterTimes(compileCalendar(spec), 'Europe/Madrid', Date.parse(`${at}:00+01:00`));
  return Object.fromEntries(
    times.map(({ id, at: time }) => [id, new Date(time + 3_600_000).toISOString().slice(0, 16)]),
  );
}

describe('times to look again', () => {
  it('are in three working hours, tomorrow and next Monday when work begins', () => {
    expect(offered('2026-03-03T09:30')).toEqual({
      hours: '2026-03-03T12:30',
      tomorrow: '2026-03-04T08:30',
      monday: '2026-03-09T08:30',
    });
  });

  it('count three hours from the opening, and leave them out when they end another day', () => {
    expect(offered('2026-03-03T07:00')['hours']).toBe('2026-03-03T11:30');
    expect(Object.keys(offered('2026-03-03T15:00'))).toEqual(['tomorrow', 'monday']);
  });

  it('leave out a tomorrow that is closed, and call a Monday that is tomorrow so', () => {
    expect(offered('2026-03-06T16:00')).toEqual({ monday: '2026-03-09T08:30' });
    expect(offered('2026-03-08T16:00')).toEqual({ tomorrow: '2026-03-09T08:30' });
  });

  it('are at nine where work goes on through the night, and on a Monday nobody works', () => {
    expect(offered('2026-03-03T20:00', always)).toEqual({
      hours: '2026-03-03T23:00',
      tomorrow: '2026-03-04T09:00',
      monday: '2026-03-09T09:00',
    });
    const holiday = [{ date: '2026-03-09', title: 'A holiday', windows: [] }];
    for (const at of ['2026-03-06T16:00', '2026-03-08T16:00'])
      expect(offered(at, { ...office, exceptions: holiday })).toEqual({ monday: '2026-03-09T09:00' });
  });
});
