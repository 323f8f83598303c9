import { expect, test } from 'vitest';
import { signatureHeader } from '../../../../plugins/webhook/signature.ts';
import { webhook } from '../../../../plugins/webhook/webhook.ts';

const now = 1_700_000_000_000;
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const former = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const connection = {
  id: 'hook',
  config: { accepts: ['case.submit'] },
  secrets: { signingSecret: secret, formerSigningSecret: former },
};
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Sent {
  body?: string;
  bytes?: Uint8Array;
  signedWith?: string;
  sentAt?: number;
  headers?: Record<string, string>;
}

async function receive(sent: Sent, seen: readonly string[] = []) {
  const body = sent.body ?? '{"type":"case.submit","data":{"requestType":"refund"}}';
  const atMs = sent.sentAt ?? now;
  const headers = {
    'webhook-id': 'msg-1',
    'webhook-timestamp': String(Math.floor(atMs / 1000)),
    'webhook-signature': signatureHeader([sent.signedWith ?? secret], { id: 'msg-1', atMs, body }),
    ...sent.headers,
  };
  const message = { headers, body: sent.bytes ?? new TextEncoder().encode(body) };
  const context = { now: () => now, seen: async (id: string) => seen.includes(id), log: quiet };
  return webhook.receive?.(message, connection, context);
}

test('turns a genuine message into one command whose id is stable', async () => {
  const expected = {
    outcome: 'accepted',
    id: 'msg-1',
    commands: [{ commandId: 'hook:msg-1', kind: 'case.submit', payload: { requestType: 'refund' } }],
  };
  expect(await receive({})).toEqual(expected);
  expect(await receive({ signedWith: former })).toEqual(expected);
  const event = {
    specversion: '1.0',
    id: 'x',
    source: '/s',
    type: 'case.submit',
    data: { requestType: 'refund' },
  };
  expect(await receive({ body: JSON.stringify(event) })).toEqual(expected);
});

const foreign = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
test.each<[string, Sent, number]>([
  ['signed with another secret', { signedWith: foreign }, 401],
  ['without a signature', { headers: { 'webhook-signature': '' } }, 401],
  ['without an id', { headers: { 'webhook-id': '' } }, 401],
  ['with another id than was signed', { headers: { 'webhook-id': 'msg-2' } }, 401],
  ['six minutes old', { sentAt: now - 360_000 }, 401],
  ['six minutes early', { sentAt: now + 360_000 }, 401],
  ['that is not UTF-8', { bytes: new Uint8Array([0xff, 0xfe]) }, 400],
  ['that is not JSON', { body: 'case.submit' }, 400],
  ['without data', { body: '{"type":"case.submit"}' }, 400],
  ['of a kind the connection does not accept', { body: '{"type":"case.close","data":{}}' }, 422],
])('refuses a message %s', async (_, sent, status) => {
  expect(await receive(sent)).toMatchObject({ outcome: 'refused', status });
});

test('refuses a message that was taken in before', async () => {
  expect(await receive({}, ['msg-1'])).toMatchObject({ outcome: 'refused', status: 409 });
});

test('does not tell a stranger whether an id was taken in before', async () => {
  expect(await receive({ signedWith: foreign }, ['msg-1'])).toMatchObject({ status: 401 });
});

test('refuses everything over a connection whose secret is malformed', async () => {
  const context = { now: () => now, seen: async () => false, log: quiet };
  const message = {
    headers: { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' },
    body: new Uint8Array(),
  };
  for (const signingSecret of ['whsec_short', 'x'.repeat(40), `whsec_${'A'.repeat(33)}`]) {
    const result = await webhook.receive?.(message, { ...connection, secrets: { signingSecret } }, context);
    expect(result).toMatchObject({ outcome: 'refused', status: 403 });
  }
});
