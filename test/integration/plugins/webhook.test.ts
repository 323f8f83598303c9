import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeliveryInput } from '../../../plugins/kit/delivery.ts';
import { webhook } from '../../../plugins/webhook/webhook.ts';
import { type HttpPeer, startHttpPeer } from '../../support/http-peer.ts';
import { makePluginContext } from '../../support/plugin-context.ts';

let peer: HttpPeer;
beforeEach(async () => {
  peer = await startHttpPeer();
});
afterEach(() => peer.stop());

const signingSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const formerSigningSecret = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;

function input(more: Partial<DeliveryInput> = {}, secrets: Record<string, string> = {}): DeliveryInput {
  return {
    deliveryId: 'delivery-1',
    attempt: 1,
    connection: { id: 'hook', config: { url: `${peer.url}/in` }, secrets: { signingSecret, ...secrets } },
    event: { kind: 'case.routed', caseId: 'c', number: 'VEN-7', type: 'vendor', at: 0, data: { pool: 'ä' } },
    ...more,
  };
}

function verified(secret: string, index = 0): unknown {
  const { headers, body } = peer.requests[index] ?? { headers: {}, body: '' };
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

test('posts what any Standard Webhooks receiver verifies, under either secret while they rotate', async () => {
  const result = await webhook.deliver(input({}, { formerSigningSecret }), makePluginContext());
  expect(result).toMatchObject({ outcome: 'delivered', status: 200 });
  for (const secret of [signingSecret, formerSigningSecret]) {
    expect(verified(secret)).toMatchObject({ type: 'case.routed', data: { event: { pool: 'ä' } } });
  }
  expect(() => verified(`whsec_${Buffer.alloc(32, 9).toString('base64')}`)).toThrow();
});

test('keeps id and body over retries, and signs the time of each', async () => {
  let now = Date.now() - 60_000;
  const context = makePluginContext({ now: () => now });
  peer.answer = (_, response) => {
    response.writeHead(503, { 'retry-after': '30' });
    response.end('busy');
  };
  expect(await webhook.deliver(input(), context)).toEqual({
    outcome: 'retry',
    status: 503,
    said: 'busy',
    retryAfterMs: 30_000,
  });
  now += 60_000;
  await webhook.deliver(input({ attempt: 2 }), context);
  const [first, second] = peer.requests;
  expect(first?.headers['webhook-id']).toBe('delivery-1');
  expect(second?.headers['webhook-id']).toBe('delivery-1');
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
  expect(verified(signingSecret, 0)).toEqual(verified(signingSecret, 1));
});

test('is taken in by the receiving half of another installation, once', async () => {
  await webhook.deliver(input(), makePluginContext());
  const [sent] = peer.requests;
  const message = {
    headers: (sent?.headers ?? {}) as Record<string, string>,
    body: new TextEncoder().encode(sent?.body),
  };
  const receiver = { id: 'from-there', config: { accepts: ['case.routed'] }, secrets: { signingSecret } };
  const taken = new Set<string>();
  const { log } = makePluginContext();
  const context = { now: Date.now, seen: async (id: string) => taken.has(id), log };
  const first = await webhook.receive?.(message, receiver, context);
  expect(first).toMatchObject({ outcome: 'accepted', commands: [{ commandId: 'from-there:delivery-1' }] });
  taken.add('delivery-1');
  expect(await webhook.receive?.(message, receiver, context)).toMatchObject({
    outcome: 'refused',
    status: 409,
  });
});

test('posts to nobody when the connection names no address', async () => {
  const connection = { id: 'hook', config: {}, secrets: { signingSecret } };
  const result = await webhook.deliver(input({ connection }), makePluginContext());
  expect(result).toMatchObject({ outcome: 'refused', said: expect.stringContaining('no address') });
});

test('says whether a connection works', async () => {
  const { connection } = input();
  const context = makePluginContext();
  expect(await webhook.check?.(connection, context)).toEqual({ ok: true, said: 'Answered 200.' });
  expect(verified(signingSecret)).toMatchObject({ type: 'connection.check' });
  peer.answer = (_, response) => {
    response.statusCode = 401;
    response.end('who are you');
  };
  expect(await webhook.check?.(connection, context)).toEqual({ ok: false, said: '401: who are you' });
  await peer.stop();
  expect(await webhook.check?.(connection, context)).toMatchObject({ ok: false });
});
