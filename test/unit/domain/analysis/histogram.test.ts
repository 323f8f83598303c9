import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { durationOf, percentile, stepOf } from '../../../../domain/analysis/histogram.ts';

describe('durations counted by step', () => {
  test.prop([fc.integer({ min: 40, max: 400 * 86_400_000 })])('are told again within 10 %', (ms) => {
    expect(Math.abs(durationOf(stepOf(ms)) - ms) / ms).toBeLessThan(0.1);
  });

  test.prop([fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 0, max: 1e10 })])(
    'keep their order',
    (a, b) => {
      if (a <= b) expect(stepOf(a)).toBeLessThanOrEqual(stepOf(b));
    },
  );

  it('count everything up to 10 ms together', () => {
    expect([stepOf(0), stepOf(-5), stepOf(10)]).toEqual([0, 0, 0]);
    expect(durationOf(0)).toBe(5);
  });

  it('have the percentile that a sorted list has', () => {
    const all = [100, 200, 300, 400, 50_000];
    const histogram = new Map(all.map((ms) => [stepOf(ms), 1]));
    expect(percentile(histogram, 0.5)).toBe(durationOf(stepOf(300)));
    expect(percentile(histogram, 0.95)).toBe(durationOf(stepOf(50_000)));
    expect(percentile(new Map(), 0.5)).toBeNull();
    expect(percentile(new Map([[3, 0]]), 0.5)).toBeNull();
  });
});
