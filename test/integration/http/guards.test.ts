import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient } from '../../support/api-client.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

describe('what stands before every route', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb();
  });
  afterAll(async () => {
    await small.close();
  });

  /** Headers that fetch would not let through. */
  const plain = (method: string, path: string, headers: Record<string, string>, body = '') =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const url = new URL(small.web.origin);
      const made = rawRequest({ host: url.hostname, port: url.port, method, path, headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += String(chunk);
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      made.on('error', reject);
      made.end(body);
    });

  it('asks who it is, with how to say it', async () => {
    const answer = await small.web.anonymous.get('/me');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    const wrong = await apiClient(small.web.origin, `sbx_${'a'.repeat(43)}`).get('/me');
    expect(wrong.code).toBe('NOT_SIGNED_IN');
  });

  it('knows its callers and what their token lets them do', async () => {
    const me = (await small.as('fay').get('/me')).json;
    expect(me).toMatchObject({
      id: 'fay',
      systemRoles: ['requester', 'approver'],
      roles: ['finance-approver'],
    });
    const reader = await small.web.as('ria', ['cases:read']);
    const refused = await reader.post('/request-types/purchase/cases', { values: {} });
    expect(refused.status).toBe(403);
    const narrow = await small.web.as('ria', ['metrics:read']);
    expect((await narrow.get('/cases')).json.items).toEqual([]);
  });

  it('answers what is not there, and methods that are not, as problems', async () => {
    expect((await small.as('ria').get('/nothing')).code).toBe('NOT_FOUND');
    const method = await small.as('ria').put('/cases', {});
    expect(method.code).toBe('METHOD_NOT_ALLOWED');
    expect(method.headers.get('allow')).toBe('GET');
    expect((await small.as('ria').get('/cases/../../etc')).status).toBe(404);
    expect((await small.as('ria').get('/cases/%E0%A4%A')).code).toBe('MALFORMED');
    expect((await small.as('ria').get('/cases/no!such')).code).toBe('NOT_FOUND');
  });

  it('refuses what another site makes a browser send', async () => {
    const body = JSON.stringify({ values: {} });
    const path = '/api/v1/request-types/purchase/cases';
    const json = { 'content-type': 'application/json' };
    const cookie = { cookie: 'signalbox=x' };
    const { origin } = small.web;
    const status = async (headers: Record<string, string>) =>
      (await plain('POST', path, { ...json, ...headers }, body)).status;
    expect(await status({ ...cookie })).toBe(403);
    expect(await status({ ...cookie, 'sec-fetch-site': 'cross-site', origin })).toBe(403);
    expect(await status({ ...cookie, 'sec-fetch-site': 'same-site', origin })).toBe(403);
    expect(await status({ ...cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await status({ ...cookie, origin: 'null' })).toBe(403);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ ...cookie, origin })).toBe(401);
    expect(await status({ ...cookie, 'sec-fetch-site': 'same-origin' })).toBe(401);
    expect(await status({})).toBe(401);
    const token = `Bearer ${small.as('ria').token}`;
    expect(await status({ authorization: token, ...cookie })).toBe(403);
    expect(await status({ authorization: token })).toBe(422);
    expect((await plain('POST', '/sign-in', { 'content-type': 'text/plain' })).status).toBe(403);
  });

  it('refuses the parameter that gets past a page’s parents', async () => {
    for (const path of ['/api/v1/me?_data=root', '/?_data=routes%2Fcases', '/?_data'])
      expect((await plain('GET', path, {})).status).toBe(400);
  });

  it('sends headers that let nothing else run, and no permission for other origins', async () => {
    const { headers } = await small.as('ria').get('/me');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    const page = await fetch(`${small.web.origin}/`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{22,}'/);
    expect(policy).toContain("style-src-attr 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('says what is wrong with a body, and where', async () => {
    const send = (body: string, type = 'application/json', more: Record<string, string> = {}) =>
      small.as('ria').raw('POST', '/request-types/purchase/cases', body, { 'content-type': type, ...more });
    const broken = await send('{\n  "values": {"item": tru}\n}');
    expect(broken.json).toMatchObject({ code: 'MALFORMED', data: { line: 2, column: 22 } });
    expect((await send('{"values": {}')).json.data).toEqual({ line: 1, column: 14 });
    expect((await send('{}', 'text/plain')).code).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect((await send('{}', 'application/json; charset=latin1')).code).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect((await send('{}', 'application/json', { 'content-encoding': 'gzip' })).code).toBe(
      'UNSUPPORTED_MEDIA_TYPE',
    );
    expect((await send('{"__proto__": {}}')).code).toBe('MALFORMED');
    expect((await send('['.repeat(50_000))).code).toBe('MALFORMED');
    expect((await send(JSON.stringify({ values: { item: 'x'.repeat(120_000) } }))).code).toBe('TOO_LARGE');
    const extra = await send(JSON.stringify({ values: { item: 'Desk', colour: 'red' }, shape: 1 }));
    expect(extra.json.errors).toContainEqual({
      pointer: '/shape',
      detail: 'There is no field with this name here. Leave it out.',
    });
    const values = await send(JSON.stringify({ values: { item: 'Desk', colour: 'red' } }));
    expect(values.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/values/colour',
      '/values/amount',
    ]);
  });

  it('keeps to the rev that was seen', async () => {
    const id = await small.submit(200);
    const { rev, owner } = await small.owned(id);
    const stale = await small.as(owner).post(`/cases/${id}/comments`, { text: 'x' }, { rev: rev - 1 });
    expect(stale.code).toBe('STALE');
    expect(stale.json.data).toEqual({ rev });
    const done = await small.as(owner).post(`/cases/${id}/comments`, { text: 'x' }, { rev });
    expect(done.headers.get('etag')).toBe(`"${done.json.rev}"`);
    const odd = await small
      .as(owner)
      .post(`/cases/${id}/comments`, { text: 'x' }, { headers: { 'if-match': '5' } });
    expect(odd.code).toBe('MALFORMED');
  });

  it('takes the same key once, and another body under it not at all', async () => {
    const body = { values: { item: 'Lamp', amount: { amount: 40, currency: 'EUR' } } };
    const path = '/request-types/purchase/cases';
    const first = await small.as('ria').post(path, body, { key: 'one' });
    const again = await small.as('ria').post(path, body, { key: 'one' });
    expect(again.json.id).toBe(first.json.id);
    expect([first.json.repeated, again.json.repeated]).toEqual([false, true]);
    const other = await small
      .as('ria')
      .post(path, { values: { ...body.values, item: 'Sofa' } }, { key: 'one' });
    expect([other.status, other.code]).toEqual([409, 'COMMAND_REUSED']);
    const theirs = await small.as('rob').post(path, body, { key: 'one' });
    expect(theirs.json.id).not.toBe(first.json.id);
    const { id } = first.json;
    await small.owned(id);
    const say = { text: 'Once.' };
    const once = await small.as('ria').post(`/cases/${id}/comments`, say, { key: 'c' });
    const twice = await small.as('ria').post(`/cases/${id}/comments`, say, { key: 'c' });
    expect(twice.json.rev).toBe(once.json.rev);
    expect((await small.as('ria').get(`/cases/${id}`)).json.comments).toHaveLength(1);
    expect(
      (await small.as('ria').post(`/cases/${id}/comments`, { text: 'Else.' }, { key: 'c' })).status,
    ).toBe(409);
    expect((await small.as('ria').post(path, body, { key: 'a b' })).code).toBe('MALFORMED');
  });

  it('says how much is left, and stops who asks too often', async () => {
    const busy = await startSmallWeb({ limits: { perCaller: 20 } });
    try {
      const first = await busy.as('ria').get('/me');
      expect(first.headers.get('ratelimit')).toMatch(/^"caller";r=\d+;t=\d+$/);
      expect(first.headers.get('ratelimit-policy')).toBe('"caller";q=20;w=60');
      let last = first;
      for (let i = 0; i < 25; i += 1) last = await busy.as('ria').get('/me');
      expect(last.code).toBe('RATE_LIMITED');
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await busy.as('rob').get('/me')).status).toBe(200);
    } finally {
      await busy.close();
    }
  });

  it('lives, is ready, and shows its numbers to its own network only', async () => {
    const { origin } = small.web;
    expect(await (await fetch(`${origin}/healthz`)).text()).toBe('alive\n');
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ ready: true, problems: [] });
    const numbers = await (await fetch(`${origin}/metrics`)).text();
    expect(numbers).toContain('signalbox_http_request_duration_seconds');
    expect(numbers).not.toMatch(/c[0-9a-f]{31}/);
    const outside = await fetch(`${origin}/metrics`, { headers: { 'x-forwarded-for': '8.8.8.8' } });
    expect(outside.status).toBe(404);
  });

  it('answers with 503 and when to come back while the store is gone, and with nothing of its insides', async () => {
    const gone = await startSmallWeb();
    try {
      const { store } = gone.web.product;
      const { Fault } = await import('../../../domain/error/fault.ts');
      const load = store.aggregates.load;
      Object.assign(store.aggregates, {
        load: () => Promise.reject(new Fault('STORE_GONE', 'mongodb://secret@host is away')),
      });
      const answer = await gone.as('ria').get('/me');
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.text).not.toContain('mongodb');
      Object.assign(store.aggregates, {
        load: () => Promise.reject(new TypeError('cannot read x of undefined')),
      });
      const bug = await gone.as('ria').get('/me');
      expect([bug.status, bug.code]).toEqual([500, 'INTERNAL']);
      expect(bug.text).not.toContain('undefined');
      Object.assign(store.aggregates, { load });
    } finally {
      await gone.close();
    }
  });
});
