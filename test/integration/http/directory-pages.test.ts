import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

const reason = 'For the test.';
const hour = 3_600_000;

describe('what pages of the directory ask of the API', () => {
  let small: SmallWeb;
  let admin: ApiClient;
  let bo: ApiClient;
  beforeAll(async () => {
    small = await startSmallWeb();
    admin = small.as('amy');
    bo = small.as('bo');
  });
  afterAll(() => small.close());

  const ids = async (client: ApiClient, path: string): Promise<string[]> =>
    (await client.get(path)).json.items.map(({ id }: { id: string }) => id);

  it('finds people by every word of name and id, whatever the accents', async () => {
    await small.web.create('person', 'renee', { name: 'Renée Dübendorf', email: null });
    expect(await ids(admin, '/people?q=dubendorf%20ren')).toEqual(['renee']);
    expect(await ids(admin, '/people?q=RENEE')).toEqual(['renee']);
    expect(await ids(admin, '/people?q=nobody%20like%20this')).toEqual([]);
  });

  it('pages through what is found, each once', async () => {
    const all = await ids(admin, '/people?limit=200');
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const { json } = await admin.get(`/people?limit=3${cursor}`);
      expect(json.items.length).toBeLessThanOrEqual(3);
      paged.push(...json.items.map(({ id }: { id: string }) => id));
      if (json.next === null) break;
      cursor = `&cursor=${encodeURIComponent(json.next)}`;
    }
    expect(paged).toEqual(all);
    expect((await admin.get('/teams?limit=200')).json.next).toBeNull();
  });

  it('refuses a cursor of another search', async () => {
    const { json } = await admin.get('/people?limit=1');
    const other = await admin.get(`/people?limit=1&q=b&cursor=${encodeURIComponent(json.next)}`);
    expect(other.code).toBe('CURSOR_INVALID');
  });

  it('lists by role, and those out of use alone', async () => {
    expect(await ids(admin, '/people?role=finance-approver')).toEqual(['fay', 'finn']);
    await small.web.create('person', 'gone', { name: 'Gone' });
    await admin.post('/people/gone/deactivate', { reason });
    expect(await ids(admin, '/people?active=false')).toEqual(['gone']);
    expect(await ids(admin, '/people')).not.toContain('gone');
    expect(await ids(admin, '/people?active=all')).toContain('gone');
  });

  it('lists who is absent now to those who see leave, and to nobody else', async () => {
    await admin.post('/people/bea/away', { until: null });
    const now = Date.now();
    await admin.post('/people/bill/leave', { from: now - hour, until: now + hour });
    expect(await ids(admin, '/people?absent=now')).toEqual(['bea', 'bill']);
    expect(await ids(bo, '/people?absent=now')).toEqual([]);
    await admin.delete('/people/bea/away');
    expect(await ids(admin, '/people?absent=now')).toEqual(['bill']);
  });

  it('names what an object refers to, in lists, by itself and in its history', async () => {
    await small.web.create('calendar', 'oslo', {
      title: 'Oslo office',
      zone: 'Europe/Oslo',
      week: { 1: [{ from: '09:00', to: '17:00' }] },
      exceptions: [],
    });
    await admin.patch('/people/bo', { managerId: 'lea', calendarId: 'oslo', reason });
    const { json: one } = await admin.get('/people/bo?expand=names');
    expect(one.names.people).toMatchObject({ lea: 'lea' });
    expect(one.names.calendars).toEqual({ oslo: 'Oslo office' });
    const { json: list } = await admin.get('/pools?expand=names');
    expect(list.names.teams).toEqual({ buyers: 'Buyers' });
    expect(list.names.people).toMatchObject({ bea: 'bea' });
    const { json: history } = await admin.get('/people/bo/history?expand=names');
    expect(history.names.people).toMatchObject({ lea: 'lea', amy: expect.any(String) });
    expect((await admin.get('/people/bo')).json.names).toBeUndefined();
  });

  it('says of a pool who got how much, who is owed, and who could take more', async () => {
    const { json } = await admin.get('/pools/buyers/ledger');
    expect(json.members.map(({ person }: { person: string }) => person)).toEqual(['bo', 'bea', 'bill']);
    const sum = json.members.reduce((total: number, { owed }: { owed: number }) => total + owed, 0);
    expect(Math.abs(sum)).toBeLessThan(1e-6);
    const got = json.members.reduce((total: number, one: { got: number }) => total + one.got, 0);
    expect(got).toBe(json.counted.picks);
    expect(json.counted.whole).toBe(true);
    expect(json.members.find(({ person }: { person: string }) => person === 'bill').absence).toBe('on-leave');
    await admin.post('/pools/buyers/make-ups', { person: 'bo', items: 2, until: Date.now() + hour, reason });
    const after = (await admin.get('/pools/buyers/ledger')).json;
    expect(after.members[0].makeUp).toMatchObject({ left: 2 });
  });

  it('counts in a ledger the cases the pool gave out', async () => {
    const before = (await admin.get('/pools/buyers/ledger')).json.counted.picks;
    await small.owned(await small.submit(20));
    await small.web.settle();
    expect((await admin.get('/pools/buyers/ledger')).json.counted.picks).toBe(before + 1);
  });

  it('keeps the ledger from those who may not read pools', async () => {
    const requester = small.as('ria');
    expect((await requester.get('/pools/buyers/ledger')).status).toBe(404);
  });

  it('lists the delegations of everybody for auditors and administrators alone', async () => {
    const now = Date.now();
    const made = await admin.post('/delegations', {
      person: 'fay',
      to: 'finn',
      startsAt: now,
      endsAt: now + hour,
    });
    expect(made.status, made.text).toBe(201);
    const { json } = await admin.get('/delegations?of=everybody&expand=names');
    expect(json.given).toEqual([expect.objectContaining({ from: 'fay', to: 'finn' })]);
    expect(json.next).toBeNull();
    expect(json.names.people).toMatchObject({ fay: 'fay', finn: 'finn' });
    expect((await bo.get('/delegations?of=everybody')).code).toBe('NOT_ALLOWED');
    expect((await bo.get('/delegations')).json).toEqual({ given: [], received: [], next: null });
  });

  it('names the roles there are', async () => {
    const { json } = await bo.get('/roles/names');
    expect(json.system).toContain('auditor');
    expect(json.business).toContainEqual({ id: 'finance-approver', title: 'finance-approver' });
  });

  it('says with what weight somebody stands in a pool, before they go', async () => {
    await admin.post('/pools/buyers/weights', { weights: { bea: 3 }, reason });
    const { json } = await admin.get('/people/bea/holdings');
    expect(json.pools).toEqual([expect.objectContaining({ id: 'buyers', weight: 3 })]);
  });
});
