import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyMain } from '../../../server/cli/verify-main.ts';
import { endpoints } from '../../../server/http/routes/endpoints.ts';
import type { ApiAnswer } from '../../support/api-client.ts';
import { type FullWeb, startFullWeb } from '../../support/full-web.ts';
import { callsLeft, failingCall, type StoreThatGoes, storeThatGoes } from '../../support/store-that-goes.ts';

const json = { 'content-type': 'application/json' };
/** What the process answers out of itself. */
const storeless = ['/healthz', '/metrics', '/api/docs', '/api/v1/openapi.json'];
const reason = 'So it was decided.';

interface Write {
  readonly who: string;
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  /** The n-th request of its kind. */
  readonly body: (n: number) => object;
  readonly status: number;
}

describe('the store going away', () => {
  let full: FullWeb;
  let store: StoreThatGoes;
  let owner = '';
  beforeAll(async () => {
    full = await startFullWeb();
    await full.web.settle();
    owner = (await full.as('amy').get(`/cases/${full.caseId}`)).json.owner;
    store = storeThatGoes(full.web);
  });
  afterAll(async () => {
    store.gone = false;
    await full.close();
  });

  const isRefused = ({ status, headers, code, text }: ApiAnswer): boolean =>
    status === 503 &&
    Number(headers.get('retry-after')) > 0 &&
    code === 'UNAVAILABLE' &&
    !text.includes('mongodb');

  /** Routes that do not say that the store is gone. */
  async function answeredOtherwise(): Promise<unknown[]> {
    const wrong: unknown[] = [];
    for (const { method, path, body } of endpoints) {
      if (storeless.includes(path) || path === '/readyz') continue;
      const given = body === undefined ? undefined : '{}';
      const address = full.addressOf(path);
      const answer = await full.as('amy').raw(method.toUpperCase(), address, given, given ? json : {});
      if (!isRefused(answer)) wrong.push([method, path, answer.status, answer.text]);
    }
    return wrong;
  }

  it('is answered by every route with 503 and when to come back, and changes nothing', async () => {
    const end = await full.web.product.store.log.end();
    store.gone = true;
    try {
      expect(await answeredOtherwise()).toEqual([]);
      for (const path of storeless)
        expect([path, (await fetch(`${full.web.origin}${path}`)).status]).toEqual([path, 200]);
      const ready = await fetch(`${full.web.origin}/readyz`);
      expect([ready.status, (await ready.json()).ready]).toEqual([503, false]);
    } finally {
      store.gone = false;
    }
    await full.web.settle();
    expect(await full.web.product.store.log.end()).toBe(end);
    expect((await fetch(`${full.web.origin}/readyz`)).status).toBe(200);
  });

  it('in the middle of reading is answered with 503, wherever it happens', async () => {
    const streams = ['/api/v1/live', '/api/v1/log/export'];
    const reading = endpoints.filter(
      ({ method, path }) => method === 'get' && path.startsWith('/api/v1') && !streams.includes(path),
    );
    for (const { path } of reading) {
      const who = path.includes('{attachment}') ? 'ria' : 'amy';
      for (let left = 0; ; left += 1) {
        const answer = await full
          .as(who)
          .get(full.addressOf(path), { headers: { [callsLeft]: String(left) } });
        if (answer.status === 200) break;
        expect([path, left, isRefused(answer)]).toEqual([path, left, true]);
      }
    }
  });

  const writes: readonly Write[] = [
    {
      ...{ who: 'ria', method: 'POST', path: '/request-types/purchase/cases', status: 201 },
      body: (n) => ({ values: { item: `Desk ${n}`, amount: { amount: 100 + n, currency: 'EUR' } } }),
    },
    {
      ...{ who: 'owner', method: 'POST', path: '/cases/{id}/comments', status: 200 },
      body: (n) => ({ text: `Comment ${n}` }),
    },
    {
      ...{ who: 'owner', method: 'POST', path: '/cases/{id}/priority', status: 200 },
      body: (n) => ({ value: 1 + (n % 2), reason }),
    },
    {
      ...{ who: 'lea', method: 'POST', path: '/cases/{id}/assignments', status: 200 },
      body: (n) => ({ action: 'assign', to: n % 2 === 0 ? 'lea' : 'otto', reason }),
    },
    {
      ...{ who: 'amy', method: 'POST', path: '/people', status: 201 },
      body: (n) => ({ id: `new-${n}`, name: `New ${n}`, email: `new-${n}@example.test` }),
    },
    {
      ...{ who: 'amy', method: 'PATCH', path: '/accounts/acme', status: 200 },
      body: (n) => ({ tier: `tier${n}`, reason }),
    },
    {
      ...{ who: 'amy', method: 'POST', path: '/tokens', status: 201 },
      body: (n) => ({ name: `Token ${n}`, scopes: ['cases:read'] }),
    },
    {
      ...{ who: 'amy', method: 'POST', path: '/people/rob/deactivate', status: 200 },
      body: () => ({ reason }),
    },
    {
      ...{ who: 'amy', method: 'POST', path: '/people/rob/reactivate', status: 200 },
      body: () => ({ reason }),
    },
  ];

  it.each(writes.map((write) => [write.path, write] as const))(
    'in the middle of writing to %s is answered with 503, and the same request completes it later',
    async (path, { who, method, body, status }) => {
      const client = full.as(who === 'owner' ? owner : who);
      const address = `/api/v1${path.replace('{id}', full.caseId)}`;
      let left = 0;
      for (; ; left += 1) {
        const text = JSON.stringify(body(left));
        const headers = { ...json, 'idempotency-key': `${path}-${left}` };
        const answer = await client.raw(method, address, text, { ...headers, [callsLeft]: String(left) });
        if (answer.status === status) break;
        expect([left, answer.status, isRefused(answer)]).toEqual([left, 503, true]);
        const repeated = await client.raw(method, address, text, headers);
        expect([left, repeated.status, repeated.code]).toEqual([left, status, undefined]);
      }
      expect(left).toBeGreaterThan(2);
    },
  );

  it('for one call in the middle of many commands costs nothing but sending them again', async () => {
    const client = full.as('lea');
    const statuses: number[] = [];
    for (let failing = 0; failing < 20; failing += 1) {
      const body = { text: `In bulk ${failing}` };
      const text = JSON.stringify({ rows: [{ case: full.caseId, command: 'comments', body }] });
      const headers = { ...json, 'idempotency-key': `bulk-${failing}` };
      const send = (more = {}) => client.raw('POST', '/api/v1/bulk', text, { ...headers, ...more });
      const first = await send({ [failingCall]: String(failing) });
      statuses.push(first.status);
      const again = await send();
      expect([failing, again.status, again.json.done]).toEqual([failing, 200, 1]);
    }
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(2);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
  });

  it('in the middle of many commands lets the rest be done at once when they are sent again', async () => {
    const client = full.as('lea');
    let left = 0;
    for (; ; left += 2) {
      const rows = [1, 2, 3].map((row) => ({
        case: full.caseId,
        command: 'comments',
        body: { text: `Row ${row} of ${left}` },
      }));
      const text = JSON.stringify({ rows });
      const headers = { ...json, 'idempotency-key': `many-${left}` };
      const send = (more = {}) => client.raw('POST', '/api/v1/bulk', text, { ...headers, ...more });
      if ((await send({ [callsLeft]: String(left) })).status === 200) break;
      const again = await send();
      expect([left, again.status, again.json.done]).toEqual([left, 200, 3]);
      expect((await send()).json).toEqual(again.json);
    }
    expect(left).toBeGreaterThan(10);
  });

  it('carries many commands out once when they are sent twice at the same time', async () => {
    const rows = [1, 2].map((row) => ({
      case: full.caseId,
      command: 'comments',
      body: { text: `Twice ${row}` },
    }));
    const send = () => full.as('lea').post('/bulk', { rows }, { key: 'twice' });
    const [one, other] = await Promise.all([send(), send()]);
    expect([one.status, one.json.done]).toEqual([200, 2]);
    expect(other.json).toEqual(one.json);
  });

  it('leaves nothing half done: everything happened once, and the log is whole', async () => {
    await full.web.settle();
    const { comments } = (await full.as('amy').get(`/cases/${full.caseId}`)).json;
    const texts = comments.map(({ text }: { text: string }) => text);
    expect(texts.length).toBeGreaterThan(25);
    expect(texts).toEqual([...new Set(texts)]);
    const { items } = (await full.as('ria').get('/cases?view=requested&limit=200')).json;
    const titles = items.map(({ id }: { id: string }) => id);
    expect(titles).toEqual([...new Set(titles)]);
    const rows = await full.web.product.store.log.stream(full.caseId, 0, 500);
    expect(rows.map(({ event }) => event.seq)).toEqual(rows.map((_, i) => i + 1));
    const file = (await full.as('ada').get('/log/export')).text;
    const out: string[] = [];
    const code = await verifyMain(['-', '--json', '--key', full.web.product.key.publicKey], {
      stdin: (async function* () {
        yield Buffer.from(file);
      })(),
      out: (said) => out.push(said),
      err: () => undefined,
    });
    expect([code, out.join('')]).toEqual([0, expect.any(String)]);
  });
});
