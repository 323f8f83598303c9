import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../../../domain/calendar/compile-calendar.ts';
import { compileDefinition } from '../../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../../domain/definition/definition-schema.ts';
import { factSet } from '../../../../../domain/fact/fact-set.ts';
import { cancelClock } from '../../../../../domain/sla/cancel-clock.ts';
import type { ClockState } from '../../../../../domain/sla/clock.ts';
import { startClock } from '../../../../../domain/sla/start-clock.ts';
import { type CaseState, emptyCase } from '../../../../../domain/stream/case/case-state.ts';
import type { CaseWorld } from '../../../../../domain/stream/case/case-world.ts';
import {
  countsOn,
  countsOnOlder,
  decideRecalculate,
  decideZonesChanged,
} from '../../../../../domain/stream/case/commands/recalculate.ts';
import { smallType } from '../../../../support/small-type.ts';

const hour = 3_600_000;
/** Monday 10:00. */
const now = Date.UTC(2026, 2, 2, 10);
const hours = (to: string) =>
  compileCalendar({
    zone: 'UTC',
    week: { 1: [{ from: '09:00', to }], 2: [{ from: '09:00', to }] },
    exceptions: [],
  });
const nobody = { person: () => undefined };
const world = (rev: number, to: string): CaseWorld => ({
  now: now + hour,
  actor: { actor: { kind: 'system', id: 'recalculate' }, roles: [], teams: [], pools: [] },
  definition: compileDefinition(definitionSchema.parse(smallType)),
  facts: factSet({}),
  directory: { ...nobody, holders: () => [], team: () => undefined },
  approvers: { ...nobody, holdersOf: () => [], membersOf: () => [], delegations: [] },
  couldOpen: () => false,
  calendars: new Map([['hq', { id: 'hq', rev, calendar: hours(to) }]]),
  calendarsFrom: { 'assignee-team': null, requester: null },
  tzdata: '2026a',
  newId: () => 'id',
});
const clock = (id: string, calendarId = 'hq'): ClockState =>
  startClock(
    { id, title: id, kind: 'first_response', target: { durationMs: 4 * hour, calendarId, calendarRev: 1 } },
    hours('17:00'),
    now,
  );
const running: CaseState = {
  ...emptyCase,
  type: 'purchase',
  open: true,
  clocks: [
    clock('first'),
    clock('other', 'elsewhere'),
    cancelClock(clock('gone'), now, 'no longer asked for'),
  ],
};

describe('counting clocks anew on changed hours', () => {
  it('moves the due time of live clocks on that calendar, says why, and wakes up at the new time', () => {
    const { events, effects } = decideRecalculate(running, 'hq', world(2, '12:00'));
    expect(events.map(({ kind }) => kind)).toEqual(['clock-changed']);
    expect(events[0]?.data).toMatchObject({
      tzdata: '2026a',
      clock: { id: 'first', dueAt: now + 25 * hour, target: { calendarRev: 2, durationMs: 4 * hour } },
    });
    expect(JSON.stringify(events[0]?.data)).toContain('the calendar changed');
    expect(effects).toMatchObject([{ kind: 'clock', key: 'clock:first', dueAt: now + 25 * hour }]);
  });

  it('counts a clock that its definition no longer knows', () => {
    const unknown = { ...running, clocks: [clock('retired')] };
    expect(decideRecalculate(unknown, 'hq', world(2, '12:00')).events[0]?.data).toMatchObject({
      clock: { id: 'retired', dueAt: now + 25 * hour },
    });
  });

  it.each<[string, CaseState, string, CaseWorld]>([
    ['it was counted on these hours', running, 'hq', world(1, '12:00')],
    ['the calendar is not at hand', running, 'elsewhere', world(2, '12:00')],
    ['the case is closed', { ...running, open: false }, 'hq', world(2, '12:00')],
  ])('does nothing when %s', (_what, state, calendar, given) => {
    expect(decideRecalculate(state, calendar, given).events).toEqual([]);
  });

  it('refuses hours on which a clock would never be due', () => {
    const shut = {
      ...world(2, '12:00'),
      calendars: new Map([
        ['hq', { id: 'hq', rev: 2, calendar: compileCalendar({ zone: 'UTC', week: {}, exceptions: [] }) }],
      ]),
    };
    expect(() => decideRecalculate(running, 'hq', shut)).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
  });

  it('tells beforehand which cases it concerns', () => {
    expect(countsOnOlder(running, 'hq', 2)).toBe(true);
    expect(countsOnOlder(running, 'hq', 1)).toBe(false);
    expect(countsOnOlder({ ...running, open: false }, 'hq', 2)).toBe(false);
    expect(countsOnOlder({ open: true, clocks: running.clocks.slice(2) }, 'hq', 2)).toBe(false);
  });
});

describe('counting clocks anew on newer time zone data', () => {
  it('moves those that come due at another time, whatever version of the calendar they were counted on, and says why', () => {
    const { events } = decideZonesChanged(running, 'hq', world(1, '12:00'));
    expect(events.map(({ kind }) => kind)).toEqual(['clock-changed']);
    expect(events[0]?.data).toMatchObject({
      tzdata: '2026a',
      clock: { id: 'first', dueAt: now + 25 * hour },
    });
    expect(JSON.stringify(events[0]?.data)).toContain('the time zone data are now 2026a');
  });

  it('says nothing of those that come due when they did', () => {
    expect(decideZonesChanged(running, 'hq', world(1, '17:00')).events).toEqual([]);
  });

  it('leaves closed cases, and calendars that are not there', () => {
    expect(decideZonesChanged({ ...running, open: false }, 'hq', world(1, '12:00')).events).toEqual([]);
    expect(decideZonesChanged(running, 'elsewhere', world(1, '12:00')).events).toEqual([]);
  });

  it('concerns live clocks on the calendar', () => {
    expect([countsOn(running, 'hq'), countsOn(running, 'moon')]).toEqual([true, false]);
    expect(countsOn({ ...running, open: false }, 'hq')).toBe(false);
  });
});
