import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetricsReader } from '../../../server/use-cases/metrics/follow-metrics.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

describe('the cases behind the numbers', () => {
  let small: SmallWeb;
  let rejected = '';
  const ids: string[] = [];
  beforeAll(async () => {
    small = await startSmallWeb();
    for (const amount of [100, 5_000, 7_000, 9_000]) ids.push(await small.submit(amount));
    for (const id of ids) await small.owned(id);
    rejected = ids[1] ?? '';
    const { basis } = (await small.as('fay').get(`/cases/${rejected}`)).json;
    const no = { decision: 'reject', basis, comment: 'Not this year.' };
    expect((await small.as('fay').post(`/cases/${rejected}/decisions`, no)).status).toBe(200);
    await small.web.settle();
    const { store, clock } = small.web.product;
    const reader = createMetricsReader({ store, clock, holder: 'test' });
    while (await reader.follow());
  });
  afterAll(async () => {
    await small.close();
  });

  /** Every case of a list, over as many pages as it takes. */
  const listed = async (query: string, person = 'ada'): Promise<string[]> => {
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await small.as(person).get(`/cases?limit=2&${query}${cursor}`)).json;
      found.push(...page.items.map(({ id }: { id: string }) => id));
      if (page.next === null) return found.sort();
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
  };
  const summary = async () => (await small.as('ada').get('/metrics/summary')).json;

  it('are listed by what was counted, in the days it was counted', async () => {
    const { from, to, total } = await summary();
    const within = (name: string) => listed(`counted=${name}&from=${from}&to=${to}`);
    expect(await within('submitted')).toEqual([...ids].sort());
    expect(total.submitted).toBe(4);
    expect(await within('assigned')).toHaveLength(total.assigned);
    expect(await within('closed')).toEqual([rejected]);
    expect(await within('decided')).toEqual([rejected]);
    expect(await within('responded')).toEqual([rejected]);
    expect(await within('breached')).toEqual([]);
    const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    for (const name of ['submitted', 'closed'])
      expect(await listed(`counted=${name}&from=2020-01-01&to=${before}`)).toEqual([]);
    expect(await listed(`counted=submitted&from=${from}&to=${to}&type=other`)).toEqual([]);
  });

  it('are listed by how long they have been where they are', async () => {
    const { to, backlog } = await summary();
    const open = ids.filter((id) => id !== rejected).sort();
    expect(backlog).toMatchObject([{ type: 'purchase', state: 'review', byAge: { today: 3 } }]);
    expect(await listed(`open=true&type=purchase&state=review&sinceFrom=${to}`)).toEqual(open);
    expect(await listed(`open=true&sinceFrom=2020-01-01&sinceTo=${to}`)).toEqual(open);
    expect(await listed('open=true&sinceTo=2020-01-01')).toEqual([]);
    expect(await listed('late=true')).toEqual([]);
    expect(await listed('late=false')).toEqual([...ids].sort());
  });

  it('are searched among what narrows the list', async () => {
    expect(await listed('q=purchase&open=false')).toEqual(await listed('open=false'));
    expect(await listed('q=desk&type=other')).toEqual([]);
  });

  it('are never more than the reader may see', async () => {
    const { from, to } = await summary();
    expect(await listed(`counted=submitted&from=${from}&to=${to}`, 'rob')).toEqual([]);
    expect(await listed(`counted=closed&from=${from}&to=${to}`, 'ria')).toEqual([rejected]);
  });

  it('are asked for with the days and the number both, and not among a search', async () => {
    const refused = async (query: string) => (await small.as('ada').get(`/cases?${query}`)).status;
    expect(await refused('counted=closed')).toBe(422);
    expect(await refused('from=2026-01-01&to=2026-01-02')).toBe(422);
    expect(await refused('counted=closed&from=2026-01-01&to=2026-01-02&q=desk')).toBe(422);
    expect(await refused('counted=closed&from=today&to=2026-01-02')).toBe(422);
    expect(await refused('counted=happiness&from=2026-01-01&to=2026-01-02')).toBe(422);
  });

  it('are named by the titles of their types and states', async () => {
    const named = (await small.as('dan').get('/metrics/summary?expand=names&type=purchase')).json;
    expect(named.total).toEqual((await summary()).types.purchase);
    expect(named.names.types.purchase).toEqual(expect.any(String));
    expect(named.names.states['purchase/review']).toMatchObject({ category: 'in_review' });
    const none = (await small.as('dan').get('/metrics/summary?type=nothing')).json;
    expect(none).toMatchObject({ backlog: [], types: {}, total: { submitted: 0 } });
  });
});
