import { presentStep } from '../../../domain/approval/open-gate.ts';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { elapsedWorkingTime } from '../../../domain/calendar/elapsed-working-time.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { isClockLive } from '../../../domain/sla/clock-status.ts';
import { countedTimeOf } from '../../../domain/sla/counted-time-of.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { KnownCalendar } from '../../../domain/stream/case/case-world.ts';

/** How near a due time is, in the working time it is counted in. */
export interface TimeLeft {
  /** Working time until then, in milliseconds; negative when it has passed. */
  readonly workingMs: number;
  /** Whether every hour counts. */
  readonly always: boolean;
  /** How much of the whole is used, from 0 to 100. */
  readonly used: number;
}

/** Of what a due time is worked out: the case, its definition, and the calendars both name. */
export interface TimedCase {
  readonly state: Pick<CaseState, 'clocks' | 'gates'>;
  readonly definition: Pick<CompiledDefinition, 'gates'>;
  readonly calendars: ReadonlyMap<string, KnownCalendar>;
  readonly now: number;
}

/** How near the due time of a clock or of a step of a gate is; null for a time that belongs to neither. */
export function timeLeft(timed: TimedCase, dueAt: number | null): TimeLeft | null {
  if (dueAt === null) return null;
  return leftOfStep(timed, dueAt) ?? leftOfClock(timed, dueAt);
}

function leftOfStep({ state, definition, calendars, now }: TimedCase, dueAt: number): TimeLeft | null {
  const gate = state.gates.find((one) => presentStep(one)?.dueAt === dueAt);
  const step = gate === undefined ? undefined : presentStep(gate);
  if (gate === undefined || step === undefined) return null;
  const named = definition.gates.get(gate.gate)?.steps[gate.step]?.deadline?.calendar;
  const calendar = calendarIn(calendars, named);
  if (calendar === undefined) return null;
  const whole = elapsedWorkingTime(calendar, step.openedAt, dueAt);
  const workingMs = elapsedWorkingTime(calendar, now, dueAt);
  return { workingMs, always: calendar.alwaysOpen, used: share(whole - workingMs, whole) };
}

function leftOfClock({ state, calendars, now }: TimedCase, dueAt: number): TimeLeft | null {
  const clock = state.clocks.find((one) => isClockLive(one) && one.dueAt === dueAt);
  const calendar = clock === undefined ? undefined : calendarIn(calendars, clock.target.calendarId);
  if (clock === undefined || calendar === undefined) return null;
  return {
    workingMs: elapsedWorkingTime(calendar, now, dueAt),
    always: calendar.alwaysOpen,
    used: share(countedTimeOf(clock, calendar, now), clock.target.durationMs),
  };
}

/** The calendars a case's due times are counted in, by id. */
export function calendarsOf({ state, definition }: Pick<TimedCase, 'state' | 'definition'>): string[] {
  const steps = state.gates.flatMap(
    ({ gate, step }) => definition.gates.get(gate)?.steps[step]?.deadline?.calendar ?? [],
  );
  return [...new Set([...state.clocks.map(({ target }) => target.calendarId), ...steps])];
}

function calendarIn(calendars: ReadonlyMap<string, KnownCalendar>, id = 'always'): Calendar | undefined {
  return (calendars.get(id) ?? calendars.get('always'))?.calendar;
}

const share = (used: number, whole: number): number =>
  whole <= 0 ? 100 : Math.min(100, Math.max(0, Math.round((100 * used) / whole)));
