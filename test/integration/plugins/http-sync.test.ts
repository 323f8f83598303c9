import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpSync } from '../../../plugins/http-sync/http-sync.ts';
import type { DeliveryInput } from '../../../plugins/kit/delivery.ts';
import type { JsonObject } from '../../../plugins/kit/json.ts';
import { type JsonServer, startJsonServer } from '../../support/json-server.ts';
import { type LossyProxy, startLossyProxy } from '../../support/lossy-proxy.ts';
import { makePluginContext } from '../../support/plugin-context.ts';

let server: JsonServer;
let proxy: LossyProxy;
beforeEach(async () => {
  server = await startJsonServer({ tickets: [{ id: 900, externalRef: 'another-case', title: 'Not ours' }] });
  proxy = await startLossyProxy(server.port);
});
afterEach(async () => {
  await proxy.stop();
  await server.stop();
});

const context = makePluginContext({ timeoutMs: 1000 });
const caseId = '01JCASE00000000000000000A1';

function input(data: JsonObject, more: Partial<DeliveryInput> = {}, config: JsonObject = {}): DeliveryInput {
  return {
    deliveryId: 'delivery-1',
    attempt: 1,
    connection: {
      id: 'crm',
      config: {
        baseUrl: proxy.url,
        resource: '/tickets',
        lookup: { parameter: 'externalRef' },
        linkPattern: 'https://crm.example/tickets/{id}',
        ...config,
      },
      secrets: {},
    },
    event: { kind: 'case.routed', caseId, number: 'VEN-7', type: 'vendor', at: 0, data },
    mapping: {
      title: { template: '{{case.number}} {{vendor}}' },
      'money.amount': { fact: 'spend' },
      owner: { fact: 'owner' },
    },
    ...more,
  };
}

async function ours() {
  return (await server.records('tickets')).filter((record) => record['externalRef'] === caseId);
}

test('creates a record, gives back its id and link, and keeps it in step ever after', async () => {
  const created = await httpSync.deliver(input({ vendor: 'Okafor', spend: 1200, owner: 'ada' }), context);
  expect(created).toMatchObject({
    outcome: 'delivered',
    status: 201,
    externalId: '901',
    link: 'https://crm.example/tickets/901',
  });
  const record = { id: 901, title: 'VEN-7 Okafor', money: { amount: 1200 }, externalRef: caseId };
  expect(await ours()).toEqual([{ ...record, owner: 'ada' }]);

  const next = { deliveryId: 'delivery-2', externalId: '901' };
  const updated = await httpSync.deliver(input({ vendor: 'Okafor', spend: 1500 }, next), context);
  expect(updated).toMatchObject({ outcome: 'delivered', status: 200, externalId: '901' });
  expect(await ours()).toEqual([{ ...record, money: { amount: 1500 }, owner: null }]);

  const whole = { deliveryId: 'delivery-3', externalId: '901' };
  await httpSync.deliver(input({ vendor: 'Okafor' }, whole, { updateMethod: 'PUT' }), context);
  expect(await ours()).toEqual([{ id: 901, title: 'VEN-7 Okafor', externalRef: caseId }]);
});

test.each(['lose', 'stall'] as const)('creates one record although the reply is lost (%s)', async (loss) => {
  proxy.loss = loss;
  // The look-up's own reply is lost first: then nobody can tell, and nothing may be created.
  expect((await httpSync.deliver(input({ vendor: 'Okafor' }), context)).outcome).toBe('retry');
  expect(await ours()).toEqual([]);

  const losing = {
    ...context,
    fetch: async (...call: Parameters<typeof context.fetch>) => {
      proxy.loss = call[1].method === 'POST' ? loss : 'pass';
      return context.fetch(...call);
    },
  };
  const lost = await httpSync.deliver(input({ vendor: 'Okafor' }, { attempt: 2 }), losing);
  expect(lost).toMatchObject({ outcome: 'retry' });
  expect(lost.externalId).toBeUndefined();
  expect(await ours()).toHaveLength(1);

  proxy.loss = 'pass';
  // A redrive counts from 1 again, and the case has moved on meanwhile.
  const redriven = await httpSync.deliver(input({ vendor: 'Okafor & Sons' }, { attempt: 1 }), context);
  expect(redriven).toMatchObject({ outcome: 'delivered', externalId: '901' });
  expect(await ours()).toMatchObject([{ id: 901, title: 'VEN-7 Okafor & Sons' }]);
});

test('creates no second record when the reply to an update is lost', async () => {
  await httpSync.deliver(input({ vendor: 'Okafor' }), context);
  proxy.loss = 'lose';
  const next = { deliveryId: 'delivery-2', externalId: '901' };
  expect(await httpSync.deliver(input({ vendor: 'Lost' }, next), context)).toMatchObject({
    outcome: 'retry',
    externalId: '901',
  });
  proxy.loss = 'pass';
  await httpSync.deliver(input({ vendor: 'Lost' }, { ...next, attempt: 2 }), context);
  expect(await ours()).toMatchObject([{ id: 901, title: 'VEN-7 Lost' }]);
});

test('is refused, with what the other side said, when the record is gone there', async () => {
  const result = await httpSync.deliver(input({ vendor: 'Okafor' }, { externalId: '12345' }), context);
  expect(result).toMatchObject({ outcome: 'refused', status: 404, said: expect.any(String) });
  expect(await ours()).toEqual([]);
});

test('tries again when the other side fails', async () => {
  // json-server answers 500 to an id that is taken.
  const taken = input({}, { mapping: { id: { literal: 900 } } });
  const result = await httpSync.deliver(taken, context);
  expect(result).toMatchObject({
    outcome: 'retry',
    status: 500,
    said: expect.stringContaining('duplicate id'),
  });
});

test('tries again when the other side is gone, and succeeds when it is back', async () => {
  await server.stop();
  expect((await httpSync.deliver(input({ vendor: 'Okafor' }), context)).outcome).toBe('retry');
  server = await startJsonServer({ tickets: [] });
  const back = input({ vendor: 'Okafor' }, { attempt: 2 }, { baseUrl: server.url });
  expect(await httpSync.deliver(back, context)).toMatchObject({ outcome: 'delivered', externalId: '1' });
});

test('creates nothing when the look-up answers with records of others', async () => {
  // json-server ignores parameters that begin with an underscore, as some systems ignore all they do not know.
  const lookup = { parameter: '_unknown', field: 'externalRef' };
  const result = await httpSync.deliver(input({ vendor: 'Okafor' }, {}, { lookup }), context);
  expect(result).toMatchObject({ outcome: 'refused', said: expect.stringContaining('records of others') });
  expect(await ours()).toEqual([]);
});

test('says whether a connection works', async () => {
  const { connection } = input({});
  expect(await httpSync.check?.(connection, context)).toEqual({ ok: true, said: 'Answered 200.' });
  const lost = { ...connection, config: { baseUrl: proxy.url, resource: '/nowhere' } };
  expect(await httpSync.check?.(lost, context)).toMatchObject({
    ok: false,
    said: expect.stringMatching(/^404/),
  });
});
