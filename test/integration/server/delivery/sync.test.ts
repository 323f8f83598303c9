import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideEdit } from '../../../../domain/stream/case/commands/edit.ts';
import { deliveriesPage } from '../../../../server/use-cases/delivery/deliveries-page.ts';
import { replayDelivery } from '../../../../server/use-cases/delivery/replay-delivery.ts';
import { type HttpPeer, startHttpPeer } from '../../../support/http-peer.ts';
import { type JsonServer, startJsonServer } from '../../../support/json-server.ts';
import { canary, type DeliveryRig, deliveryRig, guardedType } from './delivery-rig.ts';

let rig: DeliveryRig;
let server: JsonServer;
/** Stands before the other system, passes everything on, and loses the reply to requests of `losing`. */
let proxy: HttpPeer;
let losing: string | undefined;
beforeEach(async () => {
  server = await startJsonServer({ tickets: [{ id: 900, externalRef: 'another-case', title: 'Not ours' }] });
  proxy = await startHttpPeer();
  losing = undefined;
  proxy.answer = async ({ method, path, body }, response) => {
    const reply = await fetch(`${server.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body }),
    });
    const text = await reply.text();
    if (method === losing) {
      response.destroy();
      return;
    }
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(text);
  };
  rig = await deliveryRig();
});
afterEach(async () => {
  await rig.close();
  await proxy.stop();
  await server.stop();
});

const tickets = {
  id: 'tickets',
  connection: 'desk',
  on: ['submitted', 'edited', 'decided', 'closed'],
  mapping: {
    title: { template: '{{case.number}} {{item}}' },
    amount: { fact: 'amount.base' },
    iban: { fact: 'iban' },
    state: { fact: 'case.state' },
  },
};

const start = async (integration: object = {}, config: object = {}) => {
  await rig.connect(
    'desk',
    {
      plugin: 'http-sync',
      title: 'Desk',
      roles: ['auditor'],
      config: {
        baseUrl: proxy.url,
        resource: '/tickets',
        lookup: { parameter: 'externalRef' },
        linkPattern: 'https://desk.example/tickets/{id}',
        timeoutMs: 1_000,
        limits: { perSecond: 1000, concurrency: 10 },
        ...config,
      },
    },
    'create',
    {},
  );
  await rig.product.publish({ ...guardedType, integrations: [{ ...tickets, ...integration }] });
  await rig.settle();
};

const ours = async () =>
  (await server.records('tickets')).filter(({ externalRef }) => externalRef !== 'another-case');
const page = async (filter: object = {}) =>
  (await deliveriesPage(rig.lists, { viewer: rig.admin, limit: 50, ...filter })).items;
const edit = (id: string, item: string) =>
  rig.command(id, 'ria', 'edit', (state, world) =>
    decideEdit(
      state,
      {
        values: { ...state.values, item },
        changed: ['item'],
        title: item,
        searchable: [item],
        reason: '',
        factsRead: [],
      },
      world,
    ),
  );

it('makes one record and keeps it in step, with a link back on the case and nothing that is kept from it', async () => {
  await start();
  const { id, number } = await rig.submit(500, { iban: canary });
  await rig.settle();
  const record = { id: 901, title: `${number} Desk`, amount: 500, state: 'review', externalRef: id };
  expect(await ours()).toEqual([record]);
  const linked = await rig.state(id);
  expect(linked.external).toEqual({ desk: { id: '901', link: 'https://desk.example/tickets/901' } });
  await edit(id, 'Chair');
  await rig.settle();
  expect(await ours()).toMatchObject([{ id: 901, title: `${number} Chair` }]);
  expect(JSON.stringify(await ours())).not.toContain(canary);
  expect(await page({ case: id })).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }]);
});

it('makes one record though the reply to making it was lost', async () => {
  await start();
  losing = 'POST';
  const { id, number } = await rig.submit(500);
  await rig.settle();
  const [lost] = await page();
  expect(lost).toMatchObject({ status: 'retrying', caseId: id });
  expect(await ours()).toHaveLength(1);
  expect((await rig.state(id)).external).toEqual({});
  losing = undefined;
  rig.product.clock.set(lost?.nextAt ?? 0);
  await rig.settle();
  await edit(id, 'Chair');
  await rig.settle();
  expect(await ours()).toMatchObject([{ id: 901, title: `${number} Chair` }]);
  expect((await rig.state(id)).external).toMatchObject({ desk: { id: '901' } });
  expect(proxy.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect((await page()).find(({ id: each }) => each === lost?.id)).toMatchObject({
    status: 'delivered',
    tries: 2,
  });
});

it('sets aside what the other side refuses, with what it said, and replays it when that is mended', async () => {
  await start({}, { resource: '/nothing-here', lookup: { parameter: 'externalRef', listField: 'data' } });
  const { id } = await rig.submit(500);
  await rig.settle();
  const [refused] = await page({ status: 'refused' });
  expect(refused).toMatchObject({
    caseId: id,
    attempts: [{ outcome: 'refused', httpStatus: 404, said: expect.any(String) }],
  });
  const config = { baseUrl: proxy.url, resource: '/tickets', lookup: { parameter: 'externalRef' } };
  await rig.connect('desk', { config }, 'patch', {});
  await replayDelivery(rig.deps, rig.request(), refused?.id ?? '');
  await rig.settle();
  expect(await ours()).toMatchObject([{ externalRef: id }]);
  expect(await page()).toMatchObject([{ id: refused?.id, status: 'delivered', tries: 2 }]);
});

it('tells of a decision 8 s later, and of none that was taken back', async () => {
  await start({ on: ['decided'] });
  const { id } = await rig.submit(5_000);
  await rig.settle();
  await rig.approve(id);
  await rig.settle();
  await rig.retract(id);
  rig.product.clock.pass(20_000);
  await rig.settle();
  expect(await ours()).toEqual([]);
  await rig.approve(id);
  rig.product.clock.pass(7_999);
  await rig.settle();
  expect(await ours()).toEqual([]);
  rig.product.clock.pass(1);
  await rig.settle();
  expect(await ours()).toHaveLength(1);
});

it('keeps in step after a decision was taken back what was in step before', async () => {
  await start();
  const { id, number } = await rig.submit(5_000);
  await rig.settle();
  await rig.approve(id);
  await rig.retract(id);
  await rig.settle();
  expect(await ours()).toMatchObject([{ id: 901, title: `${number} Desk`, state: 'review' }]);
  expect(
    (await rig.product.store.aggregates.load(id))?.effects.filter(({ kind }) => kind === 'sync'),
  ).toEqual([]);
});

it('tells nothing while its condition does not hold', async () => {
  await start({ when: { '>': [{ var: 'amount.base' }, 1000] } });
  await rig.submit(500);
  await rig.settle();
  expect(await ours()).toEqual([]);
  await rig.submit(1_500);
  await rig.settle();
  expect(await ours()).toMatchObject([{ amount: 1_500 }]);
});

it('says when the connection is not there, is out of use, or is for other types', async () => {
  await start({}, {});
  await rig.connect('desk', { types: ['vendor'] }, 'patch', {});
  const { id } = await rig.submit(500);
  await rig.settle();
  const doc = await rig.product.store.aggregates.load(id);
  expect(doc?.effects.filter(({ kind }) => kind === 'sync')).toMatchObject([
    { quarantined: true, error: expect.stringContaining('purchase') },
  ]);
});
