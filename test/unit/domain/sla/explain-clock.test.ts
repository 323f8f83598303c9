import { describe, expect, test } from 'vitest';
import { breachClock } from '../../../../domain/sla/breach-clock.ts';
import { cancelClock } from '../../../../domain/sla/cancel-clock.ts';
import type { ClockState } from '../../../../domain/sla/clock.ts';
import { explainClock } from '../../../../domain/sla/explain-clock.ts';
import { pauseClock } from '../../../../domain/sla/pause-clock.ts';
import { recalculateClock } from '../../../../domain/sla/recalculate-clock.ts';
import { resumeClock } from '../../../../domain/sla/resume-clock.ts';
import { satisfyClock } from '../../../../domain/sla/satisfy-clock.ts';
import { at, hourMs, office, officeClock } from './office.ts';

function told(clock: ClockState, now: string): string[] {
  return explainClock(clock, office, at(now)).lines.map((line) => {
    const [from, to] = [line.from, line.to].map((ms) => new Date(ms).toISOString().slice(5, 16));
    return `${from} ${to} ${line.counted ? `+${line.workingMs / hourMs} h` : '-'} ${line.why}`;
  });
}

describe('a clock explains itself', () => {
  test('from its start to its due time, closures in a row as one line', () => {
    expect(told(officeClock(24), '2024-04-30T11:00')).toEqual([
      '04-30T10:00 04-30T17:00 +7 h Working hours 09:00–17:00',
      '04-30T17:00 05-01T09:00 - Closed: outside hours',
      '05-01T09:00 05-01T17:00 +8 h Working hours 09:00–17:00',
      '05-01T17:00 05-03T09:00 - Closed: outside hours, Founders’ Day',
      '05-03T09:00 05-03T17:00 +8 h Working hours 09:00–17:00',
      '05-03T17:00 05-06T09:00 - Closed: outside hours, Saturday, Sunday',
      '05-06T09:00 05-06T10:00 +1 h Working hours 09:00–17:00',
    ]);
  });

  test('with the total, what is counted by now, the target and the due time', () => {
    const clock = officeClock(24);
    const { totalMs, countedMs, targetMs, dueAt } = explainClock(clock, office, at('2024-04-30T11:00'));
    expect([totalMs, countedMs, targetMs, dueAt]).toEqual([
      24 * hourMs,
      hourMs,
      24 * hourMs,
      at('2024-05-06T10:00'),
    ]);
  });

  test('with pauses by their reason, empty ones left out', () => {
    let clock = pauseClock(officeClock(4), office, at('2024-04-30T12:00'), 'waiting for the requester');
    clock = resumeClock(clock, office, at('2024-05-03T10:00'));
    clock = pauseClock(clock, office, at('2024-05-03T10:30'), 'blocked');
    clock = resumeClock(clock, office, at('2024-05-03T10:30'));
    expect(told(clock, '2024-05-03T11:00')).toEqual([
      '04-30T10:00 04-30T12:00 +2 h Working hours 09:00–17:00',
      '04-30T12:00 05-03T10:00 - Paused: waiting for the requester',
      '05-03T10:00 05-03T10:30 +0.5 h Working hours 09:00–17:00',
      '05-03T10:30 05-03T12:00 +1.5 h Working hours 09:00–17:00',
    ]);
  });

  test('up to now while paused, and while overdue', () => {
    const paused = pauseClock(officeClock(4), office, at('2024-04-30T12:00'), 'asked');
    expect(told(paused, '2024-04-30T13:00').at(-1)).toBe('04-30T12:00 04-30T13:00 - Paused: asked');
    const overdue = breachClock(officeClock(4), at('2024-04-30T14:00'));
    expect(told(overdue, '2024-04-30T16:00')).toEqual([
      '04-30T10:00 04-30T16:00 +6 h Working hours 09:00–17:00',
      '04-30T14:00 04-30T14:00 - Due time missed',
    ]);
  });

  test('to its end, with what ended it', () => {
    expect(told(satisfyClock(officeClock(4), at('2024-04-30T11:00')), '2024-06-01T00:00')).toEqual([
      '04-30T10:00 04-30T11:00 +1 h Working hours 09:00–17:00',
      '04-30T11:00 04-30T11:00 - Goal reached',
    ]);
    expect(
      told(cancelClock(officeClock(4), at('2024-04-30T11:00'), 'withdrawn'), '2024-06-01T00:00').at(-1),
    ).toBe('04-30T11:00 04-30T11:00 - Cancelled: withdrawn');
  });

  test('with every change of its target', () => {
    const clock = officeClock(4);
    const target = { ...clock.target, durationMs: 2 * hourMs };
    const moved = recalculateClock(
      clock,
      { target, reason: 'priority raised', at: at('2024-04-30T11:00') },
      office,
      [],
    );
    expect(told(moved, '2024-04-30T11:00')).toEqual([
      '04-30T10:00 04-30T12:00 +2 h Working hours 09:00–17:00',
      '04-30T11:00 04-30T11:00 - Target now 2 h of working time: priority raised',
    ]);
  });
});
