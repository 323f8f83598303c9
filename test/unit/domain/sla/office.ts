import type { CalendarSpec } from '../../../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import type { ClockState } from '../../../../domain/sla/clock.ts';
import { startClock } from '../../../../domain/sla/start-clock.ts';

export const hourMs = 3_600_000;

const nine = [{ from: '09:00', to: '17:00' }];

/** Monday to Friday, 09:00 to 17:00 UTC, closed on 2 May 2024. */
export const officeSpec: CalendarSpec = {
  zone: 'UTC',
  week: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine },
  exceptions: [{ date: '2024-05-02', title: 'Founders’ Day', windows: [] }],
};
export const office = compileCalendar(officeSpec);
export const always = compileCalendar({ zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true });

/** Epoch milliseconds of a UTC time such as `2024-05-01T10:00`. */
export const at = (text: string): number => Date.parse(`${text}Z`);

/** An instant the way `at` takes it. */
export const shown = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString().slice(0, 16);

/** A first-response clock on the office calendar, started on Tuesday 30 April 2024. */
export function officeClock(hours: number, start = '2024-04-30T10:00'): ClockState {
  const target = { durationMs: hours * hourMs, calendarId: 'office', calendarRev: 1 };
  return startClock(
    { id: 'first', title: 'First response', kind: 'first_response', target },
    office,
    at(start),
  );
}
