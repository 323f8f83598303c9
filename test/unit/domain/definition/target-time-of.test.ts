import { expect, it } from 'vitest';
import { targetTimeOf } from '../../../../domain/definition/target-time-of.ts';
import type { ClockDefinition } from '../../../../domain/sla/clock-schema.ts';

const clock = (kind: ClockDefinition['kind'], ...durations: readonly string[]): ClockDefinition => ({
  ...{ id: 'clock', title: 'Clock', kind, pauseIn: [], thresholds: [] },
  start: { on: 'submit' },
  stop: { onEnter: ['done'] },
  targets: durations.map((duration) => ({ duration, calendar: 'hq' })),
});

it.each([
  [[], null],
  [[clock('first_response', '1d')], null],
  [[clock('resolution', '2d')], '2 working days'],
  [[clock('resolution', '20d', '5d', '10d')], '5 to 20 working days'],
  [[clock('resolution', '1d', '3d')], '1 to 3 working days'],
  [[clock('resolution', '4h', '2d')], '4 hours to 2 working days'],
])('tells the time %#', (clocks, words) => {
  expect(targetTimeOf({ clocks })).toBe(words);
});

it('knows definitions without clocks', () => {
  expect(targetTimeOf({})).toBeNull();
});
