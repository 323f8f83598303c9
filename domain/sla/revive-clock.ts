import type { Calendar } from '../calendar/calendar.ts';
import { appendInterval } from './append-interval.ts';
import type { ClockState } from './clock.ts';
import { isClockLive } from './clock-status.ts';
import { dueTimeOf } from './due-time-of.ts';

/** Holds a clock whose end was taken back, so that resuming it counts on as if it had never ended; one that has not ended stays as it is. */
export function reviveClock(clock: ClockState, calendar: Calendar, atMs: number, reason: string): ClockState {
  if (isClockLive(clock)) return clock;
  const held = appendInterval(clock, { kind: 'paused', at: atMs, reason });
  return { ...held, dueAt: dueTimeOf(held, calendar) };
}
