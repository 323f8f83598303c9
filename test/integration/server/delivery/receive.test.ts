import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { receiveWebhook } from '../../../../server/use-cases/delivery/receive-webhook.ts';
import { sweepExpired } from '../../../../server/use-cases/upkeep/sweep-expired.ts';
import { type DeliveryRig, deliveryRig, guardedType, signingSecret } from './delivery-rig.ts';

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await deliveryRig();
  await rig.product.publish(guardedType);
  await rig.connect('in', {
    plugin: 'webhook',
    title: 'In',
    config: { accepts: ['submit', 'close'] },
    roles: ['requester'],
  });
  await rig.settle();
});
afterEach(() => rig.close());

const asked = (more: object = {}) => ({
  type: 'submit',
  data: {
    type: 'purchase',
    values: { item: 'Desk', amount: { amount: 500, currency: 'EUR' } },
    onBehalfOf: 'ria',
    ...more,
  },
});

const send = (
  id: string,
  content: unknown,
  more: { at?: number; secret?: string; to?: string; text?: string } = {},
) => {
  const at = new Date(more.at ?? rig.product.clock.now());
  const body = JSON.stringify(content);
  return receiveWebhook(rig.deps, {
    connection: more.to ?? 'in',
    headers: {
      'Webhook-Id': id,
      'Webhook-Timestamp': String(Math.floor(at.getTime() / 1000)),
      'Webhook-Signature': new Webhook(more.secret ?? signingSecret).sign(id, at, body),
    },
    body: Buffer.from(more.text ?? body),
  });
};
const cases = () => rig.product.store.aggregates.range('case', null, 100);

it('submits what a signed message asks for, in the name of the connection', async () => {
  const received = await send('m1', asked());
  expect(received).toMatchObject({
    id: 'm1',
    cases: [{ number: expect.stringMatching(/^PUR-/), repeated: false }],
  });
  await rig.settle();
  const found = await rig.state(received.cases[0]?.id ?? '');
  expect(found).toMatchObject({
    requester: 'connection:in',
    requesterKind: 'service',
    behalf: 'ria',
    source: 'connection:in',
    placement: 'assigned',
  });
  expect(rig.product.faults).toEqual([]);
});

it('takes a message in once, and leads to one case even when it has forgotten that', async () => {
  const first = await send('m1', asked());
  await expect(send('m1', asked())).rejects.toMatchObject({ code: 'CONFLICT' });
  rig.product.clock.pass(25 * 3_600_000);
  await sweepExpired(rig.product.store.records, rig.product.clock.now());
  expect((await send('m1', asked())).cases).toEqual([{ ...first.cases[0], repeated: true }]);
  expect(await cases()).toHaveLength(1);
});

it.each([
  ['a wrong signature', { secret: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }, 'NOT_SIGNED_IN'],
  ['a changed body', { text: JSON.stringify(asked({ onBehalfOf: 'bo' })) }, 'NOT_SIGNED_IN'],
  ['a message of six minutes ago', { at: Date.UTC(2026, 2, 2, 9, 54) }, 'NOT_SIGNED_IN'],
  ['a message from six minutes ahead', { at: Date.UTC(2026, 2, 2, 10, 6) }, 'NOT_SIGNED_IN'],
  ['a connection that is not there', { to: 'elsewhere' }, 'NOT_FOUND'],
  ['a message that is too long', { text: 'x'.repeat(100_001) }, 'TOO_LARGE'],
])('refuses %s, and nothing is stored', async (_what, more, code) => {
  await expect(send('m1', asked(), more)).rejects.toMatchObject({ code });
  expect(await cases()).toEqual([]);
  expect(await rig.product.store.records.range('signature', 'all', null, 1)).toEqual([]);
});

it.each([
  ['a kind it does not accept', { type: 'delete', data: {} }, 'VALIDATION_FAILED'],
  ['a kind that messages cannot ask for', { type: 'close', data: {} }, 'VALIDATION_FAILED'],
  ['keys it does not know', asked({ priority: 1 }), 'VALIDATION_FAILED'],
  ['values that do not pass the form', asked({ values: { item: 'Desk' } }), 'VALIDATION_FAILED'],
  ['a type there is not', asked({ type: 'nothing' }), 'NOT_FOUND'],
])('refuses %s, and the same message may be sent again when it is mended', async (_what, content, code) => {
  await expect(send('m1', content)).rejects.toMatchObject({ code });
  expect(await cases()).toEqual([]);
  expect((await send('m1', asked())).cases).toHaveLength(1);
});

it('refuses types the connection is not for, and everything while it is paused', async () => {
  await rig.connect('in', { types: ['vendor'] }, 'patch', {});
  await expect(send('m1', asked())).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  await rig.connect('in', { types: [], paused: true }, 'patch', {});
  await expect(send('m1', asked())).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
