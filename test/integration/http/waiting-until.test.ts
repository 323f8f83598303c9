import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallType } from '../../support/small-type.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

/** Saturday 7 March 2026, 10:00 UTC, and how far that is from here. */
const saturday = Date.UTC(2026, 2, 7, 10);
const shift = saturday - Date.now();
const monday = Date.UTC(2026, 2, 9, 9);
const day = 86_400_000;
const nine = [{ from: '09:00', to: '17:00' }];

const [chain] = smallType.chains;
const [big, normal] = chain.rules;
const leavingOut = {
  ...smallType,
  chains: [{ ...chain, rules: [big, { ...normal, exclude: ['requester_manager', 'previous_owners'] }] }],
};

describe('a case that waits for a pool, over HTTP', () => {
  let small: SmallWeb;
  let id: string;
  beforeAll(async () => {
    small = await startSmallWeb({ clock: { now: () => Date.now() + shift }, type: leavingOut });
    const week = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine };
    await small.web.create('calendar', 'office', { title: 'Office', zone: 'UTC', week, exceptions: [] });
    await small.web.change('pool', 'buyers', { calendarId: 'office' });
    await small.web.change('person', 'ria', { managerId: 'bea' });
    id = await small.submit(80);
    await small.web.settle();
  });
  afterAll(async () => {
    await small.close();
  });

  const placement = async () => (await small.as('ria').get(`/cases/${id}`)).json.placement;
  const buyers = { id: 'buyers', title: 'Buyers' };

  it('says at the weekend that it waits for their hours, and until when', async () => {
    expect(await placement()).toMatchObject({
      kind: 'waiting',
      waitsFor: { pool: buyers, what: 'hours' },
      until: monday,
    });
  });

  it('says when the first of them comes back from leave; who is left out does not count', async () => {
    const away = async (who: string, until: number) => {
      const leave = { from: saturday + 3_600_000, until };
      expect((await small.as('amy').post(`/people/${who}/leave`, leave)).status).toBe(200);
    };
    await away('bo', monday + 2 * day + 3_600_000);
    await away('bill', monday + 5 * day);
    // Bea could come on Monday, but is the manager of who asked.
    expect((await placement()).until).toBe(monday + 2 * day + 3_600_000);
  });

  it('says that nobody ever will once the pool is empty', async () => {
    for (const who of ['bo', 'bea', 'bill'])
      expect((await small.as('amy').delete(`/pools/buyers/members/${who}`)).status).toBe(200);
    expect(await placement()).toMatchObject({ waitsFor: { pool: buyers, what: 'members' }, until: null });
  });

  it('waits for nothing once it is taken', async () => {
    const gives = { action: 'assign', to: 'bo', reason: 'It cannot wait.' };
    expect((await small.as('lea').post(`/cases/${id}/assignments`, gives)).status).toBe(200);
    expect(await placement()).toMatchObject({ kind: 'assigned', waitsFor: null, until: null });
  });
});
