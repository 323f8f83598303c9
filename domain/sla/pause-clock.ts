import type { Calendar } from '../calendar/calendar.ts';
import { appendInterval } from './append-interval.ts';
import type { ClockState } from './clock.ts';
import { clockStatus } from './clock-status.ts';
import { dueTimeOf } from './due-time-of.ts';

/** Holds a running clock and says why; any other clock stays as it is. A due time that has come already stays. */
export function pauseClock(clock: ClockState, calendar: Calendar, atMs: number, reason: string): ClockState {
  if (clockStatus(clock) !== 'running') return clock;
  const paused = appendInterval(clock, { kind: 'paused', at: atMs, reason });
  return { ...paused, dueAt: dueTimeOf(paused, calendar) };
}
