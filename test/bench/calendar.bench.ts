import { addWorkingTime } from '../../domain/calendar/add-working-time.ts';
import type { CalendarSpec, WindowSpec } from '../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { elapsedWorkingTime } from '../../domain/calendar/elapsed-working-time.ts';
import { explainClock } from '../../domain/sla/explain-clock.ts';
import { pauseClock } from '../../domain/sla/pause-clock.ts';
import { resumeClock } from '../../domain/sla/resume-clock.ts';
import { startClock } from '../../domain/sla/start-clock.ts';

const hourMs = 3_600_000;
const startMs = Date.parse('2024-01-08T10:00Z');
const rounds = 50_000;
const day: readonly WindowSpec[] = [
  { from: '09:00', to: '12:30' },
  { from: '13:30', to: '17:30' },
];

function office(zone: string): CalendarSpec {
  const exceptions = ['2024-03-29', '2024-04-01', '2024-12-25'].map((date) => ({
    date,
    title: 'Holiday',
    windows: [],
  }));
  return { zone, week: { 1: day, 2: day, 3: day, 4: day, 5: day }, exceptions };
}

/** Microseconds of one call; the sum keeps the calls from being optimised away. */
function time(calls: number, call: (i: number) => number): number {
  let sum = 0;
  const begin = performance.now();
  for (let i = 0; i < calls; i++) sum += call(i);
  const us = ((performance.now() - begin) * 1000) / calls;
  if (!Number.isFinite(sum)) throw new Error('a due time is not a number');
  return us;
}

/** What due times and measurements cost, with hours worked out for the first time and remembered. */
export async function run(): Promise<
  { readonly name: string; readonly value: number; readonly unit: string }[]
> {
  const calendar = compileCalendar(office('America/New_York'));
  const first = time(1, () => addWorkingTime(calendar, startMs, 960 * hourMs));
  const sibling = compileCalendar(office('America/New_York'));
  const second = time(1, () => addWorkingTime(sibling, startMs, 960 * hourMs));
  const spread = (i: number) => startMs + (i % 10_000) * 600_000;
  const near = time(rounds, (i) => addWorkingTime(calendar, spread(i), 4 * hourMs));
  const far = time(rounds, (i) => addWorkingTime(calendar, spread(i), 960 * hourMs));
  const elapsed = time(rounds, (i) => elapsedWorkingTime(calendar, startMs, spread(i)));
  const target = { durationMs: 16 * hourMs, calendarId: 'office', calendarRev: 1 };
  const cycle = time(rounds, (i) => {
    const clock = startClock({ id: 'c', title: 'Clock', kind: 'resolution', target }, calendar, spread(i));
    const paused = pauseClock(clock, calendar, spread(i) + hourMs, 'asked');
    return resumeClock(paused, calendar, spread(i) + 30 * hourMs).dueAt ?? 0;
  });
  const clock = startClock({ id: 'c', title: 'Clock', kind: 'resolution', target }, calendar, startMs);
  const explained = time(rounds / 10, (i) => explainClock(clock, calendar, spread(i)).totalMs);
  return [
    { name: 'calendar: first due time, half a year ahead, zone unknown', value: first / 1000, unit: 'ms' },
    { name: 'calendar: first due time, half a year ahead, zone known', value: second / 1000, unit: 'ms' },
    { name: 'calendar: due time 4 h ahead', value: near, unit: 'µs' },
    { name: 'calendar: due time half a year ahead', value: far, unit: 'µs' },
    { name: 'calendar: working time elapsed', value: elapsed, unit: 'µs' },
    { name: 'clock: start, pause, resume', value: cycle, unit: 'µs' },
    { name: 'clock: explain, up to two months', value: explained, unit: 'µs' },
  ];
}
