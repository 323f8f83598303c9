import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpSync } from '../../../plugins/http-sync/http-sync.ts';
import type { DeliveryInput } from '../../../plugins/kit/delivery.ts';
import type { JsonObject } from '../../../plugins/kit/json.ts';
import { type HttpPeer, startHttpPeer } from '../../support/http-peer.ts';
import { makePluginContext } from '../../support/plugin-context.ts';

let peer: HttpPeer;
beforeEach(async () => {
  peer = await startHttpPeer();
});
afterEach(() => peer.stop());

const context = makePluginContext({ timeoutMs: 1000 });

function input(config: JsonObject = {}, more: Partial<DeliveryInput> = {}): DeliveryInput {
  return {
    deliveryId: 'delivery-1',
    attempt: 1,
    connection: {
      id: 'crm',
      config: { baseUrl: `${peer.url}/api/`, resource: '/tickets', ...config },
      secrets: { credential: 'sesame open' },
    },
    event: { kind: 'case.routed', caseId: 'case-1', number: 'VEN-7', type: 'vendor', at: 0, data: {} },
    mapping: { number: { fact: 'case.number' } },
    ...more,
  };
}

function answerWith(status: number, body: string, headers: Record<string, string> = {}) {
  peer.answer = (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

test.each<[JsonObject, string, string]>([
  [{ kind: 'bearer' }, 'authorization', 'Bearer sesame open'],
  [
    { kind: 'basic', username: 'desk' },
    'authorization',
    `Basic ${Buffer.from('desk:sesame open').toString('base64')}`,
  ],
  [{ kind: 'header', name: 'X-Api-Key' }, 'x-api-key', 'sesame open'],
])('signs in as %j says', async (auth, header, value) => {
  answerWith(201, '{"id":7}');
  expect((await httpSync.deliver(input({ auth }), context)).outcome).toBe('delivered');
  expect(peer.requests[0]).toMatchObject({
    method: 'POST',
    path: '/api/tickets',
    body: '{"number":"VEN-7"}',
  });
  expect(peer.requests[0]?.headers[header]).toBe(value);
});

test('sends no credential where none is asked for', async () => {
  answerWith(201, '{"id":7}');
  await httpSync.deliver(input(), context);
  expect(JSON.stringify(peer.requests)).not.toContain('sesame');
});

test('carries one key for the creation of a case’s record, and the delivery’s key for updates', async () => {
  answerWith(201, '{"id":7}');
  const keyHeader = { idempotencyHeader: 'X-Once' };
  await httpSync.deliver(input(keyHeader), context);
  await httpSync.deliver(input(keyHeader, { deliveryId: 'delivery-2' }), context);
  await httpSync.deliver(input(keyHeader, { deliveryId: 'delivery-3', externalId: '7' }), context);
  const keys = peer.requests.map((each) => each.headers['x-once']);
  expect(keys[0]).toMatch(/^signalbox-[0-9a-f]{40}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).toBe('delivery-3');
});

test('finds the id where the connection says, or at the end of the location', async () => {
  answerWith(201, '{"data":{"key":"T-7","url":"https://crm.example/t/7"}}');
  const nested = input({ idField: 'data.key', linkField: 'data.url' });
  expect(await httpSync.deliver(nested, context)).toMatchObject({
    externalId: 'T-7',
    link: 'https://crm.example/t/7',
  });
  answerWith(201, '', { location: '/api/tickets/T%2D8' });
  expect(await httpSync.deliver(input(), context)).toMatchObject({ outcome: 'delivered', externalId: 'T-8' });
});

test('is refused when a record was created that has no id', async () => {
  answerWith(200, 'ok');
  const result = await httpSync.deliver(input(), context);
  expect(result).toMatchObject({ outcome: 'refused', said: expect.stringContaining('names no id') });
});

test('is refused, with what the other side said and without the credential it repeats', async () => {
  answerWith(422, '{"error":"number is unknown to sesame open"}');
  expect(await httpSync.deliver(input({ auth: { kind: 'bearer' } }), context)).toEqual({
    outcome: 'refused',
    status: 422,
    said: '{"error":"number is unknown to ‹hidden›"}',
  });
});

test('waits as long as the other side wishes, in the look-up too', async () => {
  answerWith(429, 'slow down', { 'retry-after': '12' });
  for (const config of [{}, { lookup: { parameter: 'ref' } }]) {
    const result = await httpSync.deliver(input(config), context);
    expect(result).toMatchObject({ outcome: 'retry', status: 429, retryAfterMs: 12_000 });
  }
  expect(peer.requests.map((each) => each.method)).toEqual(['POST', 'GET']);
});

test('reads a list inside the answer and takes only the record of its own case', async () => {
  const records = [
    { id: 1, meta: { ref: 'case-10' } },
    { id: 2, meta: { ref: 'case-1' } },
  ];
  answerWith(200, JSON.stringify({ page: { items: records } }));
  const lookup = { parameter: 'q', field: 'meta.ref', listField: 'page.items' };
  const result = await httpSync.deliver(input({ lookup }), context);
  expect(result).toMatchObject({ outcome: 'delivered', externalId: '2' });
  expect(peer.requests.map((each) => `${each.method} ${each.path}`)).toEqual([
    'GET /api/tickets?q=case-1',
    'PATCH /api/tickets/2',
  ]);
  expect(JSON.parse(peer.requests[1]?.body ?? '')).toEqual({ number: 'VEN-7', meta: { ref: 'case-1' } });
});

test.each([
  ['is no list', '{"items":[]}'],
  ['is no JSON', '<html>'],
])('creates nothing when the answer to the look-up %s', async (_, body) => {
  answerWith(200, body);
  const result = await httpSync.deliver(input({ lookup: { parameter: 'ref' } }), context);
  expect(result.outcome).toBe('refused');
  expect(peer.requests.map((each) => each.method)).toEqual(['GET']);
});

test('creates when the look-up knows nothing of the case', async () => {
  peer.answer = (request, response) => {
    response.statusCode = request.method === 'GET' ? 404 : 201;
    response.end('{"id":7}');
  };
  const result = await httpSync.deliver(input({ lookup: { parameter: 'ref' } }), context);
  expect(result).toMatchObject({ outcome: 'delivered', externalId: '7' });
  expect(JSON.parse(peer.requests[1]?.body ?? '')).toEqual({ number: 'VEN-7', ref: 'case-1' });
});

test('calls nothing for an id that would lead to another resource', async () => {
  const result = await httpSync.deliver(input({}, { externalId: '..' }), context);
  expect(result.outcome).toBe('refused');
  expect(peer.requests).toEqual([]);
});
