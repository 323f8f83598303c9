import { describe, expect, test } from 'vitest';
import { crossedThresholds } from '../../../../domain/sla/crossed-thresholds.ts';
import { fireThreshold } from '../../../../domain/sla/fire-threshold.ts';
import { nextThreshold } from '../../../../domain/sla/next-threshold.ts';
import { pauseClock } from '../../../../domain/sla/pause-clock.ts';
import { resumeClock } from '../../../../domain/sla/resume-clock.ts';
import { satisfyClock } from '../../../../domain/sla/satisfy-clock.ts';
import { markOfThreshold, refusalOfThresholdAt } from '../../../../domain/sla/threshold.ts';
import { always, at, hourMs, office, officeClock, shown } from './office.ts';

const thresholds = [
  { id: 'late', at: '+1d' },
  { id: 'due', at: '100%' },
  { id: 'half', at: '50%' },
  { id: 'soon', at: '-2h' },
];

describe('where a threshold lies', () => {
  const clock = officeClock(4);
  test.each([
    ['50%', 2],
    ['100%', 4],
    ['250%', 10],
    ['+30m', 4.5],
    ['+1d', 12],
    ['-1h', 3],
    ['-1d', 0],
  ])('%s of 4 h is after %d h of working time', (text, hours) => {
    expect(markOfThreshold({ id: 't', at: text }, clock, office)).toBe(hours * hourMs);
  });

  test('a day is 24 hours where every hour counts', () => {
    expect(markOfThreshold({ id: 't', at: '+1d' }, clock, always)).toBe(28 * hourMs);
  });

  test('a share is rounded up, never early', () => {
    const odd = { ...clock, target: { ...clock.target, durationMs: 101 } };
    expect(markOfThreshold({ id: 't', at: '50%' }, odd, office)).toBe(51);
  });

  test.each([
    ['0%', 'out of range'],
    ['1001%', 'out of range'],
    ['+soon', 'is not a duration'],
    ['-0h', 'longer than nothing'],
    ['half', 'not a point of a clock'],
    ['2h', 'not a point of a clock'],
  ])('%s is refused: %s', (text, words) => {
    expect(refusalOfThresholdAt(text)).toContain(words);
  });

  test.each(['1%', '1000%', '+1d', '-2h'])('%s is taken', (text) => {
    expect(refusalOfThresholdAt(text)).toBeNull();
  });
});

describe('the thresholds of a running clock', () => {
  const clock = officeClock(4);

  test('come in order of time', () => {
    const crossed = crossedThresholds(clock, thresholds, office, at('2024-06-01T00:00'));
    expect(crossed.map(({ id, at: ms }) => `${id} ${shown(ms)}`)).toEqual([
      'half 2024-04-30T12:00',
      'soon 2024-04-30T12:00',
      'due 2024-04-30T14:00',
      'late 2024-05-01T14:00',
    ]);
  });

  test('are never crossed early', () => {
    expect(crossedThresholds(clock, thresholds, office, at('2024-04-30T12:00') - 1)).toEqual([]);
    expect(crossedThresholds(clock, thresholds, office, at('2024-04-30T12:00'))).toHaveLength(2);
  });

  test('wake the next one, at once when it was crossed already', () => {
    expect(nextThreshold(clock, thresholds, office, at('2024-04-30T10:00'))).toEqual({
      id: 'half',
      at: at('2024-04-30T12:00'),
    });
    expect(nextThreshold(clock, thresholds, office, at('2024-04-30T13:00'))).toEqual({
      id: 'half',
      at: at('2024-04-30T13:00'),
    });
  });

  test('fire once each', () => {
    const fired = fireThreshold(fireThreshold(clock, 'half', 1), 'soon', 2);
    expect(fireThreshold(fired, 'half', 3)).toBe(fired);
    expect(nextThreshold(fired, thresholds, office, at('2024-04-30T13:00'))?.id).toBe('due');
    expect(
      nextThreshold({ ...clock, fired: thresholds.map(({ id }) => ({ id, at: 1 })) }, thresholds, office, 0),
    ).toBeNull();
  });

  test('wait behind a pause, but for those crossed before it', () => {
    const paused = pauseClock(clock, office, at('2024-04-30T13:00'), 'asked');
    expect(crossedThresholds(paused, thresholds, office, at('2024-06-01T00:00')).map(({ id }) => id)).toEqual(
      ['half', 'soon'],
    );
    const fired = fireThreshold(fireThreshold(paused, 'half', 1), 'soon', 2);
    expect(nextThreshold(fired, thresholds, office, at('2024-06-01T00:00'))).toBeNull();
    const resumed = resumeClock(fired, office, at('2024-05-01T09:00'));
    expect(nextThreshold(resumed, thresholds, office, 0)).toEqual({ id: 'due', at: at('2024-05-01T10:00') });
  });

  test('end with the clock', () => {
    const satisfied = satisfyClock(clock, at('2024-04-30T11:00'));
    expect(nextThreshold(satisfied, thresholds, office, 0)).toBeNull();
    expect(crossedThresholds(satisfied, thresholds, office, at('2025-01-01T00:00'))).toEqual([]);
  });
});
