import { describe, expect, test } from 'vitest';
import { runChain } from '../../../../domain/routing/run-chain.ts';
import { calendar, chainOf, day, inputs, item, load, now, person, pool } from './route-fixture.ts';

describe('whoever cannot have the case', () => {
  const at = (from: number, until: number) => [{ from, until }];
  const everything = {
    active: false,
    skills: {},
    leave: at(now, now + day),
    calendarId: 'closed',
    capacity: 1,
  };
  const chain = chainOf({
    rules: [
      { ...item('r'), to: { pool: 'p' }, skills: [{ skill: 'tax', level: 2 }], exclude: ['previous_owners'] },
    ],
  });
  const subject = { conflicted: ['ana'], previousOwners: ['ana'] };
  const decide = (who: Partial<Parameters<typeof person>[1]>, more: object) => {
    const directory = {
      people: [person('ana', who ?? {})],
      pools: [pool('p', ['ana'])],
      loads: [load('ana', ['x', 'y'])],
      calendars: { closed: calendar('20:00', '22:00') },
    };
    return runChain(chain, inputs({}, directory, more)).record.candidates[0];
  };

  test.each([
    ['inactive', everything, subject, { active: false }],
    ['not_permitted', { ...everything, active: true }, subject, { because: 'conflict' }],
    [
      'lacks_skill',
      { ...everything, active: true },
      { previousOwners: ['ana'] },
      { skill: 'tax', level: 2, has: 0 },
    ],
    ['on_leave', { ...everything, active: true, skills: { tax: 2 } }, subject, { until: now + day }],
    [
      'outside_hours',
      { skills: { tax: 2 }, calendarId: 'closed', capacity: 1 },
      subject,
      { calendar: 'closed', lookAheadMs: 0 },
    ],
    ['at_capacity', { skills: { tax: 2 }, capacity: 2 }, subject, { open: 2, capacity: 2 }],
    ['excluded_by_rule', { skills: { tax: 2 }, capacity: 3 }, subject, { because: 'previous_owner' }],
    [null, { skills: { tax: 2 }, capacity: 3 }, {}, { weight: 1, open: 2, capacity: 3 }],
  ])('is removed for the first reason in order: %s', (removedBy, who, more, values) => {
    const conflict =
      removedBy === 'not_permitted' || removedBy === 'inactive' ? more : { ...more, conflicted: [] };
    expect(decide(who, conflict)).toEqual({
      rule: 'r',
      target: { pool: 'p' },
      person: 'ana',
      removedBy,
      values,
    });
  });

  const single = (more: object, directory: object = {}, who: object = {}) =>
    runChain(
      chainOf({ default: { to: { pool: 'p' }, exclude: ['requester_manager'] } }),
      inputs(
        {},
        {
          people: [person('ana', who), person('req', { managerId: 'boss' })],
          pools: [pool('p', ['ana'])],
          ...directory,
        },
        more,
      ),
    ).record.candidates[0];

  test.each([
    ['their own request', { requesterId: 'ana' }, 'not_permitted', { because: 'own_request' }],
    ['a request made for them', { behalfId: 'ana' }, 'not_permitted', { because: 'own_request' }],
    ['a case they let go', { skip: ['ana'] }, 'excluded_by_rule', { because: 'let_go_before' }],
    [
      'a seat that turned out taken',
      { atCapacity: ['ana'] },
      'at_capacity',
      { open: 0, capacity: null, foundFull: true },
    ],
  ])('because of %s', (_case, more, removedBy, values) => {
    expect(single(more)).toMatchObject({ removedBy, values });
  });

  test('because they are away until further notice, or until a day', () => {
    expect(single({}, {}, { away: { since: now - 1, until: null } })).toMatchObject({
      removedBy: 'on_leave',
    });
    expect(single({}, {}, { away: { since: now - 1, until: now + 1 } })).toMatchObject({
      removedBy: 'on_leave',
    });
    expect(single({}, {}, { away: { since: now - 1, until: now } })).toMatchObject({ removedBy: null });
    expect(single({}, {}, { away: { since: now + 1, until: null } })).toMatchObject({ removedBy: null });
  });

  test('but leave that is over or has not begun is no reason', () => {
    expect(single({}, {}, { leave: at(now - day, now) })).toMatchObject({ removedBy: null });
    expect(single({}, {}, { leave: at(now + 1, now + day) })).toMatchObject({ removedBy: null });
  });

  test('because their load accepts nothing more', () => {
    expect(single({}, { loads: [load('ana', [], false)] })).toMatchObject({
      removedBy: 'inactive',
      values: { accepts: false },
    });
  });

  test('because they are the requester’s manager and the rule leaves that one out', () => {
    expect(single({}, { people: [person('ana'), person('req', { managerId: 'ana' })] })).toMatchObject({
      removedBy: 'excluded_by_rule',
      values: { because: 'requester_manager' },
    });
  });

  test('because nobody knows them', () => {
    expect(single({}, { people: [] })).toMatchObject({ removedBy: 'inactive', values: { known: false } });
  });

  test('because their day ends within the look-ahead, in the pool’s calendar or their own', () => {
    const calendars = { noon: calendar('08:00', '12:00'), all: calendar('00:00', '24:00') };
    const hours = (lookAheadMs: number, poolCalendar: string, own: string | null) => {
      const pools = [pool('p', ['ana'], { calendarId: poolCalendar, lookAheadMs })];
      return single({}, { pools, calendars, people: [person('ana', { calendarId: own })] })?.removedBy;
    };
    expect(hours(2 * 3_600_000, 'noon', null)).toBeNull();
    expect(hours(2 * 3_600_000 + 1, 'noon', null)).toBe('outside_hours');
    expect(hours(2 * 3_600_000 + 1, 'all', 'noon')).toBe('outside_hours');
  });

  test('because their calendar is not known', () => {
    expect(single({}, {}, { calendarId: 'zzz' })).toMatchObject({
      removedBy: 'outside_hours',
      values: { calendar: 'zzz', known: false },
    });
  });
});

describe('capacity', () => {
  test('does not count the case’s own slot', () => {
    const directory = {
      people: [person('ana', { capacity: 1 })],
      pools: [pool('p', ['ana'])],
      loads: [load('ana', ['c1'])],
    };
    expect(runChain(chainOf({ default: { to: { pool: 'p' } } }), inputs({}, directory)).person).toBe('ana');
  });
});
