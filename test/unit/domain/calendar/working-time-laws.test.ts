import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { addWorkingTime } from '../../../../domain/calendar/add-working-time.ts';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { elapsedWorkingTime } from '../../../../domain/calendar/elapsed-working-time.ts';
import { workingWindows } from '../../../../domain/calendar/working-windows.ts';
import { unusualCalendar } from './arbitrary-calendar.ts';
import { minuteOracle } from './minute-oracle.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const hasHours = ({ spec }: { spec: { week: object } }) =>
  Object.values(spec.week).some((windows) => windows.length > 0);
const openCalendar = unusualCalendar.filter(hasHours);
const duration = fc.integer({ min: 0, max: 40 * 60 * minuteMs });

describe('adding and measuring working time', () => {
  test.prop([unusualCalendar, fc.integer({ min: 0, max: 5 * 1440 })], { numRuns: 80 })(
    'measures what a walk over every minute measures',
    ({ spec, atMs }, minutes) => {
      const toMs = atMs + minutes * minuteMs;
      const oracle = minuteOracle(spec, atMs, toMs);
      expect(elapsedWorkingTime(compileCalendar(spec), atMs, toMs)).toBe(
        oracle.elapsed(atMs, toMs) * minuteMs,
      );
    },
  );

  test.prop([openCalendar, fc.integer({ min: 1, max: 1200 })], { numRuns: 80 })(
    'reaches the minute that a walk over every minute reaches',
    ({ spec, atMs }, minutes) => {
      const due = minuteOracle(spec, atMs, atMs + 5 * dayMs).add(atMs, minutes);
      fc.pre(due !== undefined);
      expect(addWorkingTime(compileCalendar(spec), atMs, minutes * minuteMs)).toBe(due);
    },
  );

  test.prop([openCalendar, duration], { numRuns: 300 })(
    'measures exactly what was added',
    ({ spec, atMs }, durationMs) => {
      const calendar = compileCalendar(spec);
      const due = addWorkingTime(calendar, atMs, durationMs);
      expect(elapsedWorkingTime(calendar, atMs, due)).toBe(durationMs);
      if (durationMs > 0) expect(elapsedWorkingTime(calendar, atMs, due - 1)).toBe(durationMs - 1);
    },
  );

  test.prop([openCalendar, duration, duration, fc.nat(3 * dayMs)], { numRuns: 300 })(
    'never comes earlier for a longer duration or a later start',
    ({ spec, atMs }, one, other, later) => {
      const calendar = compileCalendar(spec);
      const [short, long] = one < other ? [one, other] : [other, one];
      expect(addWorkingTime(calendar, atMs, short)).toBeLessThanOrEqual(addWorkingTime(calendar, atMs, long));
      expect(addWorkingTime(calendar, atMs, short)).toBeLessThanOrEqual(
        addWorkingTime(calendar, atMs + later, short),
      );
    },
  );

  test.prop([openCalendar, duration, duration], { numRuns: 300 })(
    'adds in two steps what it adds in one',
    ({ spec, atMs }, one, other) => {
      const calendar = compileCalendar(spec);
      expect(addWorkingTime(calendar, addWorkingTime(calendar, atMs, one), other)).toBe(
        addWorkingTime(calendar, atMs, one + other),
      );
    },
  );

  test.prop(
    [
      unusualCalendar,
      fc.integer({ min: -90 * dayMs, max: 90 * dayMs }),
      fc.integer({ min: -90 * dayMs, max: 90 * dayMs }),
    ],
    { numRuns: 300 },
  )('adds up over any point, in either direction', ({ spec, atMs }, one, other) => {
    const calendar = compileCalendar(spec);
    const [a, b, c] = [atMs, atMs + one, atMs + other];
    expect(elapsedWorkingTime(calendar, a, b) + elapsedWorkingTime(calendar, b, c)).toBe(
      elapsedWorkingTime(calendar, a, c),
    );
  });

  test.prop([unusualCalendar, fc.integer({ min: 1, max: 80 * dayMs })], { numRuns: 200 })(
    'tiles time with stretches whose open ones are the working time',
    ({ spec, atMs }, spanMs) => {
      const calendar = compileCalendar(spec);
      let reachedMs = atMs;
      let openMs = 0;
      for (const stretch of workingWindows(calendar, atMs, atMs + spanMs)) {
        expect(stretch.fromMs).toBe(reachedMs);
        expect(stretch.toMs).toBeGreaterThan(stretch.fromMs);
        reachedMs = stretch.toMs;
        if (stretch.open) openMs += stretch.toMs - stretch.fromMs;
      }
      expect(reachedMs).toBe(atMs + spanMs);
      expect(openMs).toBe(elapsedWorkingTime(calendar, atMs, atMs + spanMs));
    },
  );
});
