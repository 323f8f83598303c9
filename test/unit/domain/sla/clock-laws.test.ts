import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Calendar } from '../../../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { breachClock } from '../../../../domain/sla/breach-clock.ts';
import type { ClockState } from '../../../../domain/sla/clock.ts';
import { countedTimeOf } from '../../../../domain/sla/counted-time-of.ts';
import { dueTimeOf } from '../../../../domain/sla/due-time-of.ts';
import { explainClock } from '../../../../domain/sla/explain-clock.ts';
import { pauseClock } from '../../../../domain/sla/pause-clock.ts';
import { pendingThresholds } from '../../../../domain/sla/pending-thresholds.ts';
import { recalculateClock } from '../../../../domain/sla/recalculate-clock.ts';
import { resumeClock } from '../../../../domain/sla/resume-clock.ts';
import { startClock } from '../../../../domain/sla/start-clock.ts';
import { markOfThreshold } from '../../../../domain/sla/threshold.ts';
import { unusualCalendar } from '../calendar/arbitrary-calendar.ts';
import { minuteOracle } from '../calendar/minute-oracle.ts';

const minuteMs = 60_000;
const thresholds = ['50%', '80%', '100%', '+1h', '-2h'].map((at) => ({ id: at, at }));

interface Step {
  readonly afterMinutes: number;
  readonly act: 'pause' | 'resume' | 'recalculate' | 'breach';
  readonly minutes: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    afterMinutes: fc.integer({ min: 0, max: 600 }),
    act: fc.constantFrom('pause' as const, 'resume' as const, 'recalculate' as const, 'breach' as const),
    minutes: fc.integer({ min: 1, max: 1500 }),
  }),
  { maxLength: 8 },
);
const open = unusualCalendar.filter(({ spec }) =>
  Object.values(spec.week).some((day) => (day?.length ?? 0) > 0),
);

function take(clock: ClockState, calendar: Calendar, step: Step, atMs: number): ClockState {
  if (step.act === 'pause') return pauseClock(clock, calendar, atMs, 'asked');
  if (step.act === 'resume') return resumeClock(clock, calendar, atMs);
  if (step.act === 'breach') return breachClock(clock, atMs);
  const target = { ...clock.target, durationMs: step.minutes * minuteMs };
  return recalculateClock(clock, { target, reason: 'changed', at: atMs }, calendar, thresholds);
}

function play(calendar: Calendar, startMs: number, played: readonly Step[]) {
  const target = { durationMs: 300 * minuteMs, calendarId: 'c', calendarRev: 1 };
  let clock = startClock({ id: 'c', title: 'Clock', kind: 'state', target }, calendar, startMs);
  let nowMs = startMs;
  for (const step of played) {
    nowMs += step.afterMinutes * minuteMs;
    clock = take(clock, calendar, step, nowMs);
  }
  return { clock, nowMs };
}

/** Working minutes outside pauses, counted by the oracle from the acts alone. */
function minutesByOracle(
  { spec, atMs }: { spec: Parameters<typeof minuteOracle>[0]; atMs: number },
  played: readonly Step[],
): number {
  const endMs = atMs + played.reduce((sum, step) => sum + step.afterMinutes, 0) * minuteMs;
  const oracle = minuteOracle(spec, atMs, endMs);
  let [nowMs, runs, counted] = [atMs, true, 0];
  for (const step of played) {
    const nextMs = nowMs + step.afterMinutes * minuteMs;
    if (runs) counted += oracle.elapsed(nowMs, nextMs);
    if (step.act === 'pause') runs = false;
    if (step.act === 'resume') runs = true;
    nowMs = nextMs;
  }
  return counted;
}

describe('any history of a clock', () => {
  test.prop([open, steps], { numRuns: 60 })(
    'counts what a walk over every minute counts',
    (given, played) => {
      const calendar = compileCalendar(given.spec);
      const { clock, nowMs } = play(calendar, given.atMs, played);
      expect(countedTimeOf(clock, calendar, nowMs)).toBe(minutesByOracle(given, played) * minuteMs);
    },
  );

  test.prop([open, steps], { numRuns: 200 })('is due exactly when its time is counted', (given, played) => {
    const calendar = compileCalendar(given.spec);
    const { clock } = play(calendar, given.atMs, played);
    expect(dueTimeOf(clock, calendar)).toBe(clock.dueAt);
    if (clock.dueAt === null) return;
    expect(countedTimeOf(clock, calendar, clock.dueAt)).toBe(clock.target.durationMs);
    expect(countedTimeOf(clock, calendar, clock.dueAt - 1)).toBe(clock.target.durationMs - 1);
  });

  test.prop([open, steps], { numRuns: 200 })(
    'crosses each threshold at its share, never early',
    (given, played) => {
      const calendar = compileCalendar(given.spec);
      const { clock } = play(calendar, given.atMs, played);
      for (const { id, at } of pendingThresholds(clock, thresholds, calendar)) {
        const markMs = markOfThreshold({ id, at: id }, clock, calendar);
        expect(countedTimeOf(clock, calendar, at)).toBe(markMs);
        if (markMs > 0) expect(countedTimeOf(clock, calendar, at - 1)).toBe(markMs - 1);
      }
    },
  );

  test.prop([open, steps], { numRuns: 200 })('is explained without a gap, and adds up', (given, played) => {
    const calendar = compileCalendar(given.spec);
    const { clock, nowMs } = play(calendar, given.atMs, played);
    const { lines, totalMs, countedMs } = explainClock(clock, calendar, nowMs);
    const endMs = Math.max(nowMs, clock.dueAt ?? nowMs);
    let reachedMs = given.atMs;
    for (const line of lines.filter(({ from, to }) => from < to)) {
      expect(line.from).toBe(reachedMs);
      reachedMs = line.to;
    }
    expect(reachedMs).toBe(endMs);
    expect(totalMs).toBe(countedTimeOf(clock, calendar, endMs));
    expect(countedMs).toBe(countedTimeOf(clock, calendar, nowMs));
  });
});
