import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../../server/ports/clock.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

const hour = 3_600_000;
let ahead = 0;
const clock: Clock = { now: () => Date.now() + ahead };

describe('putting a case aside, over HTTP', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb({ clock });
  });
  afterAll(async () => {
    await small.close();
  });

  const owned = async () => {
    const id = await small.submit(80);
    const { owner } = await small.owned(id);
    return { id, me: small.as(owner), owner };
  };
  const idsIn = async (me: ReturnType<SmallWeb['as']>, view: string): Promise<string[]> =>
    (await me.get(`/work?view=${view}`)).json.items.map((item: { case: { id: string } }) => item.case.id);

  it('takes it out of the ordinary inbox, its count and nothing else, until it is taken up again', async () => {
    const { id, me, owner } = await owned();
    const until = clock.now() + hour;
    const counts = (await me.get('/work/counts')).json;
    const { rev } = (await me.get(`/cases/${id}`)).json;
    const answer = await me.post(`/cases/${id}/snooze`, { until }, { rev, key: 'aside-1' });
    expect([answer.status, answer.json.rev]).toEqual([200, rev]);
    expect(await idsIn(me, 'mine')).not.toContain(id);
    const [item] = (await me.get('/work?view=aside')).json.items;
    expect(item).toMatchObject({ task: 'handle', asideUntil: until, case: { id, owner } });
    expect((await me.get('/work/counts')).json).toMatchObject({
      mine: { count: counts.mine.count - 1 },
      aside: { count: 1 },
    });
    const seen = (await small.as('ria').get(`/cases/${id}`)).json;
    expect(seen.asides).toMatchObject([{ person: owner, until }]);
    expect(seen.people[owner]).toBeDefined();
    expect((await me.delete(`/cases/${id}/snooze`, { rev })).status).toBe(200);
    expect(await idsIn(me, 'mine')).toContain(id);
    expect(await idsIn(me, 'aside')).toEqual([]);
    const again = await me.delete(`/cases/${id}/snooze`);
    expect([again.status, again.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('is refused to those of whom nothing is asked, for a time that is over or too far, and on what moved', async () => {
    const { id, me } = await owned();
    const until = clock.now() + hour;
    expect((await small.as('ria').post(`/cases/${id}/snooze`, { until })).status).toBe(403);
    expect((await small.as('rob').post(`/cases/${id}/snooze`, { until })).status).toBe(404);
    for (const wrong of [clock.now() - 1, clock.now() + 61 * 24 * hour]) {
      const answer = await me.post(`/cases/${id}/snooze`, { until: wrong });
      expect([answer.status, answer.json.errors]).toEqual([
        422,
        [{ pointer: '/until', detail: expect.stringContaining('Choose a time') }],
      ]);
    }
    const { rev } = (await me.get(`/cases/${id}`)).json;
    await small.as('ria').post(`/cases/${id}/comments`, { text: 'One more thing.' });
    const stale = await me.post(`/cases/${id}/snooze`, { until }, { rev });
    expect([stale.status, stale.code]).toEqual([412, 'STALE']);
  });

  it('ends by itself when somebody else speaks', async () => {
    const { id, me } = await owned();
    await me.post(`/cases/${id}/snooze`, { until: clock.now() + hour });
    await me.post(`/cases/${id}/comments`, { text: 'I am on it.' });
    expect(await idsIn(me, 'aside')).toContain(id);
    await small.as('ria').post(`/cases/${id}/comments`, { text: 'It got urgent.' });
    expect(await idsIn(me, 'mine')).toContain(id);
    const { items } = (await me.get(`/cases/${id}/events?limit=200`)).json;
    expect(items.at(-1)).toMatchObject({ kind: 'woken', data: { why: 'news' } });
  });

  it('ends by itself at its time', async () => {
    const { id, me, owner } = await owned();
    await me.post(`/cases/${id}/snooze`, { until: clock.now() + hour });
    await small.web.settle();
    expect(await idsIn(me, 'aside')).toContain(id);
    ahead += hour + 1_000;
    await expect.poll(() => idsIn(me, 'mine'), { timeout: 15_000 }).toContain(id);
    expect((await me.get(`/cases/${id}`)).json.asides).toEqual([]);
    const { items } = (await me.get(`/cases/${id}/events?limit=200`)).json;
    const woken = items.filter(({ kind }: { kind: string }) => kind === 'woken');
    expect(woken).toMatchObject([{ data: { person: owner, why: 'time' }, actor: { kind: 'system' } }]);
  });

  it('is offered for times by one’s own hours', async () => {
    const { items, latest } = (await small.as('bo').get('/work/later')).json;
    expect(items.length).toBeGreaterThan(0);
    for (const { at } of items) expect(at).toBeGreaterThan(clock.now());
    expect(latest).toBeGreaterThan(clock.now() + 59 * 24 * hour);
  });
});
