import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../../../domain/calendar/compile-calendar.ts';
import { appendInterval } from '../../../../domain/sla/append-interval.ts';
import { breachClock } from '../../../../domain/sla/breach-clock.ts';
import { cancelClock } from '../../../../domain/sla/cancel-clock.ts';
import { clockStatus } from '../../../../domain/sla/clock-status.ts';
import { countedTimeOf } from '../../../../domain/sla/counted-time-of.ts';
import { dueTimeOf } from '../../../../domain/sla/due-time-of.ts';
import { isBreached } from '../../../../domain/sla/is-breached.ts';
import { pauseClock } from '../../../../domain/sla/pause-clock.ts';
import { recalculateClock } from '../../../../domain/sla/recalculate-clock.ts';
import { resumeClock } from '../../../../domain/sla/resume-clock.ts';
import { satisfyClock } from '../../../../domain/sla/satisfy-clock.ts';
import { always, at, hourMs, office, officeClock, officeSpec, shown } from './office.ts';

const kinds = (clock: { intervals: readonly { kind: string }[] }) => clock.intervals.map(({ kind }) => kind);

describe('a running clock', () => {
  test('is due when its working time is over, across nights and holidays', () => {
    const clock = officeClock(16);
    // 7 h on Tuesday, 8 h on Wednesday, Thursday is a holiday, 1 h on Friday.
    expect(shown(clock.dueAt)).toBe('2024-05-03T10:00');
    expect(clockStatus(clock)).toBe('running');
  });

  test('counts its working time', () => {
    expect(countedTimeOf(officeClock(16), office, at('2024-05-02T12:00'))).toBe(15 * hourMs);
    expect(countedTimeOf(officeClock(16), office, at('2024-04-30T09:00'))).toBe(0);
  });

  test('survives being stored', () => {
    const clock = satisfyClock(
      pauseClock(officeClock(16), office, at('2024-05-01T10:00'), 'asked'),
      at('2024-05-01T11:00'),
    );
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
  });

  test('has no history that runs backwards', () => {
    expect(() => pauseClock(officeClock(4), office, at('2024-04-30T09:59'), 'asked')).toThrow(
      'never runs backwards',
    );
    expect(() =>
      appendInterval({ ...officeClock(4), intervals: [] }, { kind: 'resumed', at: 0 }),
    ).not.toThrow();
  });

  test('cannot be started where the calendar never opens', () => {
    const closed = compileCalendar({ ...officeSpec, week: {} });
    expect(() => dueTimeOf(officeClock(4), closed)).toThrow('closure of two years');
  });
});

describe('a paused clock', () => {
  const paused = pauseClock(officeClock(4), office, at('2024-04-30T12:00'), 'waiting for the requester');

  test('has no due time and does not count', () => {
    expect(paused.dueAt).toBeNull();
    expect(clockStatus(paused)).toBe('paused');
    expect(countedTimeOf(paused, office, at('2024-05-03T12:00'))).toBe(2 * hourMs);
  });

  test('resumes with what was left', () => {
    const resumed = resumeClock(paused, office, at('2024-05-01T16:00'));
    // 2 h are left: one on Wednesday, one after the holiday.
    expect(shown(resumed.dueAt)).toBe('2024-05-03T10:00');
    expect(clockStatus(resumed)).toBe('running');
  });

  test('is not paused again, nor resumed twice', () => {
    expect(pauseClock(paused, office, at('2024-04-30T13:00'), 'again')).toBe(paused);
    const resumed = resumeClock(paused, office, at('2024-04-30T13:00'));
    expect(resumeClock(resumed, office, at('2024-04-30T14:00'))).toBe(resumed);
  });

  test('keeps a due time that had come before the pause', () => {
    const late = pauseClock(officeClock(4), office, at('2024-04-30T14:00'), 'asked');
    expect(shown(late.dueAt)).toBe('2024-04-30T14:00');
    expect(kinds(breachClock(late, at('2024-04-30T14:00')))).toEqual(['started', 'paused', 'breached']);
  });

  test('pauses any number of times', () => {
    let clock = officeClock(5);
    for (const hour of ['11', '13', '15']) {
      clock = pauseClock(clock, office, at(`2024-04-30T${hour}:00`), 'asked');
      clock = resumeClock(clock, office, at(`2024-04-30T${hour}:30`));
    }
    expect(shown(clock.dueAt)).toBe('2024-04-30T16:30');
  });
});

describe('a clock that ends', () => {
  test('is kept at its very due time', () => {
    const clock = satisfyClock(officeClock(4), at('2024-04-30T14:00'));
    expect(kinds(clock)).toEqual(['started', 'satisfied']);
    expect(clockStatus(clock)).toBe('satisfied');
    expect(shown(clock.dueAt)).toBe('2024-04-30T14:00');
  });

  test('is breached a moment later, even if no timer noticed', () => {
    const clock = satisfyClock(officeClock(4), at('2024-04-30T14:00') + 1);
    expect(kinds(clock)).toEqual(['started', 'breached', 'satisfied']);
    expect(clock.intervals[1]).toEqual({
      kind: 'breached',
      at: at('2024-04-30T14:00') + 1,
      dueAt: at('2024-04-30T14:00'),
    });
  });

  test('counts no further', () => {
    const clock = satisfyClock(officeClock(4), at('2024-04-30T11:00'));
    expect(countedTimeOf(clock, office, at('2024-05-10T11:00'))).toBe(hourMs);
    expect(countedTimeOf(clock, office, at('2024-04-30T10:30'))).toBe(hourMs / 2);
  });

  test('stays ended', () => {
    const satisfied = satisfyClock(officeClock(4), at('2024-04-30T11:00'));
    const later = at('2024-05-10T11:00');
    expect(satisfyClock(satisfied, later)).toBe(satisfied);
    expect(cancelClock(satisfied, later, 'withdrawn')).toBe(satisfied);
    expect(pauseClock(satisfied, office, later, 'asked')).toBe(satisfied);
    expect(resumeClock(satisfied, office, later)).toBe(satisfied);
    expect(breachClock(satisfied, later)).toBe(satisfied);
    expect(
      recalculateClock(satisfied, { target: satisfied.target, reason: 'x', at: later }, office, []),
    ).toBe(satisfied);
  });

  test('is cancelled with its reason, a breach before that on record', () => {
    const clock = cancelClock(officeClock(4), at('2024-04-30T15:00'), 'withdrawn');
    expect(kinds(clock)).toEqual(['started', 'breached', 'cancelled']);
    expect(clockStatus(clock)).toBe('cancelled');
  });
});

describe('a breach', () => {
  test('is never recorded early, and once', () => {
    const clock = officeClock(4);
    expect(breachClock(clock, at('2024-04-30T14:00') - 1)).toBe(clock);
    const breached = breachClock(clock, at('2024-04-30T14:00'));
    expect(isBreached(clock)).toBe(false);
    expect(isBreached(breached)).toBe(true);
    expect(breachClock(breached, at('2024-05-30T14:00'))).toBe(breached);
    expect(kinds(satisfyClock(breached, at('2024-05-30T14:00')))).toEqual([
      'started',
      'breached',
      'satisfied',
    ]);
  });

  test('is not recorded while a pause holds the due time open', () => {
    const paused = pauseClock(officeClock(4), office, at('2024-04-30T12:00'), 'asked');
    expect(breachClock(paused, at('2025-01-01T00:00'))).toBe(paused);
  });

  test('is undone by a recalculation that moves the due time ahead, and can come again', () => {
    const breached = breachClock(officeClock(4), at('2024-04-30T14:00'));
    const target = { ...breached.target, durationMs: 6 * hourMs };
    const moved = recalculateClock(
      breached,
      { target, reason: 'priority lowered', at: at('2024-04-30T15:00') },
      office,
      [],
    );
    expect(isBreached(moved)).toBe(false);
    expect(kinds(breachClock(moved, at('2024-04-30T16:00')))).toEqual([
      'started',
      'breached',
      'recalculated',
      'breached',
    ]);
  });

  test('stands when a recalculation leaves the due time behind', () => {
    const breached = breachClock(officeClock(4), at('2024-04-30T14:00'));
    const target = { ...breached.target, durationMs: 3 * hourMs };
    const moved = recalculateClock(
      breached,
      { target, reason: 'priority raised', at: at('2024-04-30T15:00') },
      office,
      [],
    );
    expect(breachClock(moved, at('2024-04-30T16:00'))).toBe(moved);
  });
});

describe('a recalculated clock', () => {
  const thresholds = [
    { id: 'half', at: '50%' },
    { id: 'most', at: '80%' },
  ];
  const fired = {
    ...officeClock(10),
    fired: [
      { id: 'half', at: at('2024-04-30T15:00') },
      { id: 'most', at: at('2024-05-01T10:00') },
    ],
  };

  test('counts from its start as if the new target had held all along', () => {
    const target = { durationMs: 2 * hourMs, calendarId: 'always', calendarRev: 7 };
    const clock = recalculateClock(
      officeClock(4),
      { target, reason: 'severity 1', at: at('2024-04-30T11:00') },
      always,
      [],
    );
    expect(shown(clock.dueAt)).toBe('2024-04-30T12:00');
    expect(clock.target).toEqual(target);
    expect(clock.intervals.at(-1)).toEqual({
      kind: 'recalculated',
      at: at('2024-04-30T11:00'),
      reason: 'severity 1',
      target,
      dueAt: at('2024-04-30T12:00'),
    });
  });

  test('arms the thresholds that lie ahead again and keeps those behind', () => {
    const target = { ...fired.target, durationMs: 16 * hourMs };
    const clock = recalculateClock(
      fired,
      { target, reason: 'priority lowered', at: at('2024-05-01T11:00') },
      office,
      thresholds,
    );
    // 9 h are counted: half of 16 h is behind, 80 % (12 h 48 m) is ahead.
    expect(clock.fired.map(({ id }) => id)).toEqual(['half']);
  });

  test('records a breach of the due time it replaces', () => {
    const target = { ...fired.target, durationMs: 40 * hourMs };
    const clock = recalculateClock(
      officeClock(4),
      { target, reason: 'calendar changed', at: at('2024-04-30T15:00') },
      office,
      [],
    );
    expect(kinds(clock)).toEqual(['started', 'breached', 'recalculated']);
    expect(isBreached(clock)).toBe(false);
  });

  test('stays paused', () => {
    const paused = pauseClock(officeClock(4), office, at('2024-04-30T12:00'), 'asked');
    const clock = recalculateClock(
      paused,
      { target: { ...paused.target, durationMs: 5 * hourMs }, reason: 'x', at: at('2024-04-30T13:00') },
      office,
      [],
    );
    expect([clock.dueAt, clockStatus(clock), isBreached(clock)]).toEqual([null, 'paused', false]);
  });
});
