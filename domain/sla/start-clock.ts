import type { Calendar } from '../calendar/calendar.ts';
import type { ClockKind, ClockState, ClockTarget } from './clock.ts';
import { dueTimeOf } from './due-time-of.ts';

/** What a clock is started with. */
export interface NewClock {
  readonly id: string;
  readonly title: string;
  readonly kind: ClockKind;
  readonly target: ClockTarget;
}

/**
 * A clock that starts counting at `atMs`, with its due time.
 * @throws LIMIT_EXCEEDED when the calendar never gets there.
 */
export function startClock(start: NewClock, calendar: Calendar, atMs: number): ClockState {
  const { id, title, kind, target } = start;
  const intervals = [{ kind: 'started', at: atMs, target }] as const;
  const clock: ClockState = { id, title, kind, target, intervals, dueAt: null, fired: [] };
  return { ...clock, dueAt: dueTimeOf(clock, calendar) };
}
