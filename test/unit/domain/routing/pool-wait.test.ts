import { describe, expect, it } from 'vitest';
import type { PersonView, PoolView } from '../../../../domain/routing/directory.ts';
import { type PoolQuestion, poolWait } from '../../../../domain/routing/pool-wait.ts';
import { calendar, day, person, pool } from './route-fixture.ts';

/** Saturday 7 March 2026, 10:00 UTC. */
const saturday = Date.UTC(2026, 2, 7, 10);
const monday = Date.UTC(2026, 2, 9, 9);
const noon = Date.UTC(2026, 2, 4, 12);
const hourMs = 3_600_000;
const office = { calendarId: 'office' };

function asked(
  members: readonly PersonView[],
  more: Partial<PoolQuestion> = {},
  of: Partial<PoolView> = {},
): ReturnType<typeof poolWait> {
  return poolWait({
    pool: pool(
      'buyers',
      members.map(({ id }) => id),
      of,
    ),
    now: saturday,
    people: new Map(members.map((one) => [one.id, one])),
    calendars: new Map(
      Object.entries({ office: calendar('09:00', '17:00'), late: calendar('15:00', '20:00') }),
    ),
    barred: new Set(),
    needs: [],
    ...more,
  });
}

describe('what a case waits for in a pool', () => {
  it('is Monday morning at the weekend', () => {
    expect(asked([person('ana', office), person('bo', office)])).toEqual({ what: 'hours', until: monday });
  });

  it('is the hours of pool and person together, and not the end of their day', () => {
    const both = asked([person('ana', office)], {}, { calendarId: 'late' });
    expect(both).toEqual({ what: 'hours', until: monday + 6 * hourMs });
    const now = Date.UTC(2026, 2, 6, 16, 30);
    expect(asked([person('ana', office)], { now }, { lookAheadMs: hourMs }).until).toBe(monday);
  });

  it('is the first of them back from leave, at their next hours', () => {
    const leave = (from: number, until: number) => person('bo', { ...office, leave: [{ from, until }] });
    const ana = person('ana', { ...office, away: { since: 0, until: monday + 3 * day } });
    expect(asked([ana]).until).toBe(monday + 3 * day);
    expect(asked([ana, leave(0, monday + 10 * hourMs)]).until).toBe(monday + day);
    expect(asked([leave(monday - hourMs, monday + 2 * day)]).until).toBe(monday + 2 * day);
  });

  it('is a seat while somebody is at work, or the next one to begin', () => {
    expect(asked([person('ana', office)], { now: noon })).toEqual({ what: 'seat', until: null });
    const two = [person('ana', office), person('bo', { calendarId: 'late' })];
    expect(asked(two, { now: noon })).toEqual({ what: 'seat', until: noon + 3 * hourMs });
  });

  it.each([
    ['has no members', []],
    ['has members who left', [person('ana', { active: false })]],
    ['has members who take no cases', [person('ana', { capacity: 0 })]],
    ['has members away until further notice', [person('ana', { away: { since: 0, until: null } })]],
    ['has members whose hours nobody knows', [person('ana', { calendarId: 'gone' })]],
    ['has nobody but the requester', [person('req')]],
    ['has nobody who can do it', [person('ana', { skills: { steel: 1 } })]],
  ])('is members where the pool %s', (_which, members) => {
    const needs = [{ skill: 'steel', level: 2 }];
    const barred = new Set(['req']);
    expect(asked(members, { barred, needs: members[0]?.skills['steel'] === 1 ? needs : [] })).toEqual({
      what: 'members',
      until: null,
    });
  });

  it('is members where the directory does not know who is in the pool', () => {
    expect(asked([person('ana')], { people: new Map() })).toEqual({ what: 'members', until: null });
  });

  it('asks of skills what waiting relaxes them to, where the pool relaxes them', () => {
    const relax = { everyMinutes: 1, by: 1, atLeast: 1 };
    const skills = [{ skill: 'steel', level: 3, relax }];
    const ana = person('ana', { ...office, skills: { steel: 1 } });
    expect(asked([ana], {}, { skills, strategy: 'skills' }).until).toBe(monday);
    expect(asked([ana], {}, { skills }).until).toBeNull();
  });
});
