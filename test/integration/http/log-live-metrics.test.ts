import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Effect } from '../../../domain/stream/effect.ts';
import { verifyMain } from '../../../server/cli/verify-main.ts';
import {
  createMetricsReader,
  metricsCount,
  recountMetrics,
} from '../../../server/use-cases/metrics/follow-metrics.ts';
import { liveClient } from '../../support/live-client.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

describe('what happened, read and proven over HTTP', () => {
  let small: SmallWeb;
  const ids: string[] = [];
  beforeAll(async () => {
    small = await startSmallWeb();
    for (const amount of [100, 5_000, 7_000]) ids.push(await small.submit(amount));
    for (const id of ids) await small.owned(id);
    const [, approved = '', rejected = ''] = ids;
    const basis = async (id: string) => (await small.as('fay').get(`/cases/${id}`)).json.basis;
    await small
      .as('fay')
      .post(`/cases/${approved}/decisions`, { decision: 'approve', basis: await basis(approved) });
    const no = { decision: 'reject', basis: await basis(rejected), comment: '=HYPERLINK("x")' };
    await small.as('fay').post(`/cases/${rejected}/decisions`, no);
    await small.as('ria').post(`/cases/${approved}/decisions`, { decision: 'approve', basis: 'x' });
    await small.web.settle();
  });
  afterAll(async () => {
    await small.close();
  });

  const verified = async (text: string, argv: readonly string[] = []) => {
    const out: string[] = [];
    const stdin = (async function* () {
      yield Buffer.from(text);
    })();
    const code = await verifyMain(['-', '--json', ...argv], {
      stdin,
      out: (said) => out.push(said),
      err: () => undefined,
    });
    return { code, report: JSON.parse(out.join('')) };
  };

  it('is listed for auditors and nobody else, by every filter', async () => {
    const all = (await small.as('ada').get('/log?limit=200')).json;
    expect(all.items.length).toBeGreaterThan(30);
    expect((await small.as('ria').get('/log')).status).toBe(404);
    expect((await small.as('fay').get('/log/export')).status).toBe(404);
    const of = async (query: string) => (await small.as('ada').get(`/log?limit=200&${query}`)).json.items;
    expect((await of(`stream=${ids[0]}`)).every((row: { stream: string }) => row.stream === ids[0])).toBe(
      true,
    );
    expect((await of('decision=reject')).length).toBeGreaterThan(0);
    expect(await of('refused=true')).toMatchObject([{ kind: 'refused', data: { code: 'SELF_DECISION' } }]);
    const pages: number[] = [];
    for (let cursor = ''; ; ) {
      const page = (await small.as('ada').get(`/log?limit=7${cursor}`)).json;
      pages.push(...page.items.map(({ position }: { position: number }) => position));
      if (page.next === null) break;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(pages).toEqual(pages.map((_, i) => (pages[0] ?? 0) - i));
    expect((await small.as('amy').get('/log?cursor=abc.def')).code).toBe('CURSOR_INVALID');
  });

  it('is exported whole as JSON Lines that the verifier accepts, and any changed bit is found', async () => {
    const file = await small.as('ada').get('/log/export');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="signalbox-log-\d{4}-\d\d-\d\d\.jsonl"$/,
    );
    const { code, report } = await verified(file.text, ['--key', small.web.product.key.publicKey]);
    expect(report.findings ?? []).toEqual([]);
    expect(code).toBe(0);
    expect(file.text.includes('"value":"Desk"')).toBe(true);
    const changed = file.text.replace('"kind":"voted"', '"kind":"votes"');
    expect((await verified(changed)).code).toBe(1);
    const access = (await small.as('ada').get('/log/access?kind=exported')).json.items;
    expect(access[0]).toMatchObject({ person: 'ada', what: { format: 'jsonl' } });
  });

  it('is exported in part with a proof for every row', async () => {
    const file = await small.as('ada').get(`/log/export?stream=${ids[1]}`);
    const rows = file.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows[0]).toMatchObject({ complete: false, filter: { stream: ids[1] } });
    expect(rows.slice(2, -1).every(({ stream, proof }) => stream === ids[1] && Array.isArray(proof))).toBe(
      true,
    );
    const { code, report } = await verified(file.text, ['--key', small.web.product.key.publicKey]);
    expect(report.findings ?? []).toEqual([]);
    expect(code).toBe(0);
  });

  it('is exported as CSV that is safe to open', async () => {
    const file = await small.as('ada').get('/log/export?format=csv&decision=reject');
    const [header = '', ...rows] = file.text.trim().split('\n');
    expect(header.split(',').slice(0, 3)).toEqual(['position', 'time', 'actor']);
    expect(rows.length).toBeGreaterThan(0);
    const whole = await small.as('ada').get('/log/export?format=csv');
    expect(whole.text.includes(`'=HYPERLINK`)).toBe(true);
    expect(/,"?=HYPERLINK/.test(whole.text)).toBe(false);
  });

  it('says how a case moved to those who may read it before or after, and to nobody else', async () => {
    const [mine, others] = [
      liveClient(small.web.origin, small.as('ria')),
      liveClient(small.web.origin, small.as('rob')),
    ];
    await mine.ready();
    await others.ready();
    const id = await small.submit(55);
    await expect.poll(() => mine.notices.some(({ caseId }) => caseId === id), { timeout: 2_000 }).toBe(true);
    expect(Object.keys(mine.notices[0] ?? {}).sort()).toEqual(['caseId', 'position', 'rev']);
    const positions = mine.notices.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    await small.owned(id);
    await small.web.settle();
    expect(others.notices).toEqual([]);
    mine.close();
    others.close();
  });

  it('goes on where a live stream was left, or says to load anew', async () => {
    const first = liveClient(small.web.origin, small.as('ada'));
    await first.ready();
    const at = first.position();
    first.close();
    const id = await small.submit(66);
    await small.owned(id);
    await small.web.settle();
    const resumed = liveClient(small.web.origin, small.as('ada'), at);
    await expect.poll(() => resumed.notices.length, { timeout: 2_000 }).toBeGreaterThan(2);
    expect(resumed.notices.every(({ caseId, position }) => caseId === id && position > at)).toBe(true);
    resumed.close();
    const far = liveClient(small.web.origin, small.as('ada'), 9_999_999);
    await expect.poll(() => far.events, { timeout: 2_000 }).toContain('reload');
    far.close();
    const limited = [];
    for (let i = 0; i < 10; i += 1) limited.push(liveClient(small.web.origin, small.as('rob')));
    await Promise.all(limited.map((one) => one.ready()));
    expect((await small.as('rob').get('/live')).code).toBe('RATE_LIMITED');
    for (const one of limited) one.close();
  });

  it('is summed up from counts that come out the same when they are built anew', async () => {
    const { product } = small.web;
    await small.web.settle();
    const reader = createMetricsReader({ store: product.store, clock: product.clock, holder: 'test' });
    while (await reader.follow());
    const summary = (await small.as('ada').get('/metrics/summary')).json;
    expect(summary.types.purchase).toMatchObject({
      submitted: 5,
      closed: 1,
      outcomes: { rejected: 1 },
      assigned: 5,
      gates: { approved: 1, rejected: 1 },
      firstResponse: { count: 2 },
    });
    expect(summary.types.purchase.timeToAssignment.count).toBe(5);
    expect(summary.backlog).toMatchObject([{ type: 'purchase', state: 'review', open: 4 }]);
    expect((await small.as('ria').get('/metrics/summary')).status).toBe(404);
    expect((await small.as('ada').get('/metrics/summary?from=2020-01-01&to=2026-01-01')).status).toBe(422);
    const digest = async () => {
      const kept: unknown[] = [];
      const { run } = await metricsCount(product.store);
      for (const list of ['day', 'open'])
        for (const { sort, data } of await product.store.records.range(
          'bucket',
          `${run}|${list}`,
          null,
          1_000,
        ))
          kept.push([sort, data['counts']]);
      expect(kept.length).toBeGreaterThan(1);
      return createHash('sha256').update(JSON.stringify(kept)).digest('hex');
    };
    const before = await digest();
    const first = await metricsCount(product.store);
    // Somebody goes on counting while it is counted anew, twice at once.
    await Promise.all([recountMetrics(product.store), recountMetrics(product.store), reader.follow()]);
    expect((await metricsCount(product.store)).run).not.toBe(first.run);
    expect(await digest()).toBe(before);
    const { run } = await metricsCount(product.store);
    const left = await product.store.records.ids('bucket', null, 10_000);
    expect(left.filter((id) => !id.startsWith(`${run}|`))).toEqual([]);
    expect((await small.as('ada').get('/metrics/summary')).json).toEqual({ ...summary });
  });

  it('shows work that was set aside and gives it another life', async () => {
    const { store, services } = small.web.product;
    expect((await small.as('amy').get('/effects')).json.items).toEqual([]);
    const [id = ''] = ids;
    const doc = await store.aggregates.load(id);
    if (doc === undefined) throw new Error('the case is gone');
    const broken: Effect = {
      ...{ id: 'notify:x', kind: 'notify', dueAt: 0, payload: { to: 'ria', why: 'changed' }, attempts: 10 },
      ...{ arms: 1, token: 99, leaseUntil: 0, quarantined: true, error: 'The mail came back.' },
    };
    const index = { ...doc.index, lists: [...doc.index.lists, 'quarantined'] };
    expect(await store.aggregates.replace({ ...doc, effects: [...doc.effects, broken], index })).toBe(true);
    const [found] = (await small.as('amy').get('/effects?state=quarantined')).json.items;
    expect(found).toMatchObject({
      owedBy: { kind: 'case', id },
      kind: 'notify',
      error: 'The mail came back.',
    });
    expect((await small.as('ada').post(`/effects/${found.id}/redrive`)).code).toBe('NOT_ALLOWED');
    const again = await small.as('amy').post(`/effects/${found.id}/redrive`, {}, { key: 'r' });
    expect(again.json).toEqual({ id: found.id, redriven: true });
    await services.settle();
    expect((await small.as('amy').get('/effects')).json.items).toEqual([]);
    expect((await small.as('amy').post(`/effects/${found.id}/redrive`, {}, { key: 'r' })).status).toBe(200);
    expect((await small.as('amy').post(`/effects/${found.id}/redrive`)).code).toBe('NOT_FOUND');
    expect((await small.as('amy').post('/effects/bm90aGluZw/redrive')).code).toBe('NOT_FOUND');
  });
});
