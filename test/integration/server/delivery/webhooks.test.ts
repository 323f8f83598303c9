import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideComment } from '../../../../domain/stream/case/commands/talk.ts';
import { checkConnection } from '../../../../server/use-cases/delivery/check-connection.ts';
import { deliveriesPage, getDelivery } from '../../../../server/use-cases/delivery/deliveries-page.ts';
import { createLogReader } from '../../../../server/use-cases/delivery/follow-log.ts';
import { replayDelivery } from '../../../../server/use-cases/delivery/replay-delivery.ts';
import { redrive } from '../../../../server/use-cases/effect/redrive.ts';
import { type HttpPeer, type PeerRequest, startHttpPeer } from '../../../support/http-peer.ts';
import { canary, type DeliveryRig, deliveryRig, guardedType, signingSecret } from './delivery-rig.ts';

let rig: DeliveryRig;
let peer: HttpPeer;
beforeEach(async () => {
  peer = await startHttpPeer();
  rig = await deliveryRig();
  await rig.product.publish(guardedType);
});
afterEach(async () => {
  await rig.close();
  await peer.stop();
});

const hook = (more: object = {}) => ({
  plugin: 'webhook',
  title: 'Hook',
  config: { url: `${peer.url}/in`, limits: { perSecond: 1000, concurrency: 10 } },
  roles: ['auditor'],
  eventKinds: ['submitted'],
  ...more,
});

const told = () => peer.requests.map(({ body }) => JSON.parse(body));
const kinds = () => told().map(({ type }) => type);
const idOf = ({ headers }: PeerRequest) => String(headers['webhook-id']);
const refuse = (status: number, said: string) => {
  peer.answer = (_, response) => {
    response.writeHead(status);
    response.end(said);
  };
};
const succeed = () => {
  peer.answer = (_, response) => response.end('{}');
};
const page = async (filter: object = {}) =>
  (await deliveriesPage(rig.lists, { viewer: rig.admin, limit: 200, ...filter })).items;

it('tells a connection of what happens after it was made, signed, each event once', async () => {
  await rig.submit(500);
  await rig.settle();
  await rig.connect('hook', hook());
  const { id, number } = await rig.submit(600);
  await rig.settle();
  await rig.settle();
  expect(told()).toMatchObject([{ type: 'submitted', data: { case: { id, number, type: 'purchase' } } }]);
  const [request] = peer.requests;
  if (request === undefined) throw new Error('nothing came');
  const at = new Date(Number(request.headers['webhook-timestamp']) * 1000);
  expect(request.headers['webhook-signature']).toBe(
    new Webhook(signingSecret).sign(idOf(request), at, request.body),
  );
  expect(await page()).toMatchObject([
    { id: idOf(request), connection: 'hook', caseId: id, status: 'delivered', tries: 1 },
  ]);
});

it('tells nothing to a connection that names no kinds, has no roles, is for other types, or has no right to the case', async () => {
  await rig.connect('kinds', hook({ eventKinds: [] }));
  await rig.connect('roles', hook({ roles: [] }));
  await rig.connect('types', hook({ types: ['vendor'] }));
  await rig.connect('rights', hook({ roles: ['finance-approver'] }));
  await rig.submit(500);
  await rig.settle();
  expect(peer.requests).toEqual([]);
  expect(await page()).toEqual([]);
});

it('repeats after a failure under the same id, with the same body', async () => {
  await rig.connect('hook', hook());
  refuse(500, 'out of order');
  await rig.submit(500);
  await rig.settle();
  expect(peer.requests).toHaveLength(1);
  const [retrying] = await page({ status: 'retrying' });
  expect(retrying).toMatchObject({ attempts: [{ outcome: 'retry', httpStatus: 500, said: 'out of order' }] });
  succeed();
  rig.product.clock.set(retrying?.nextAt ?? 0);
  await rig.settle();
  expect(peer.requests.map(idOf)).toEqual([retrying?.id, retrying?.id]);
  expect(peer.requests[1]?.body).toBe(peer.requests[0]?.body);
  expect(await page({ connection: 'hook' })).toMatchObject([{ status: 'delivered', tries: 2 }]);
  expect(await page({ status: 'retrying' })).toEqual([]);
});

it('waits as long as the other side asks it to', async () => {
  await rig.connect('hook', hook());
  peer.answer = (_, response) => {
    response.writeHead(503, { 'retry-after': '600' });
    response.end();
  };
  await rig.submit(500);
  await rig.settle();
  rig.product.clock.pass(599_000);
  await rig.settle();
  expect(peer.requests).toHaveLength(1);
  rig.product.clock.pass(2_000);
  await rig.settle();
  expect(peer.requests).toHaveLength(2);
});

it('gives up on a system that never comes back, visibly', async () => {
  await rig.connect('hook', hook());
  refuse(500, 'gone');
  await rig.submit(500);
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await rig.settle();
    rig.product.clock.pass(3_600_000);
  }
  expect(peer.requests).toHaveLength(10);
  expect(await page({ status: 'refused' })).toMatchObject([{ tries: 10, nextAt: null }]);
  expect((await rig.connection('hook')).effects).toMatchObject([{ quarantined: true, error: '500: gone' }]);
});

it('sets aside what the other side refuses, and sends it when it is redriven', async () => {
  await rig.connect('hook', hook());
  refuse(410, 'no such place');
  await rig.submit(500);
  await rig.settle();
  const [refused] = await page({ status: 'refused' });
  expect(refused?.attempts).toMatchObject([{ httpStatus: 410, said: 'no such place' }]);
  const [effect] = (await rig.connection('hook')).effects;
  expect(effect).toMatchObject({ quarantined: true, error: '410: no such place' });
  succeed();
  await redrive(rig.deps, 'connection:hook', effect?.id ?? '');
  await rig.settle();
  expect(peer.requests.map(idOf)).toEqual([refused?.id, refused?.id]);
  expect((await rig.connection('hook')).effects).toEqual([]);
});

it('replays a delivery under its id, once per command, and keeps on record that somebody asked for it', async () => {
  await rig.connect('hook', hook());
  await rig.submit(500);
  await rig.settle();
  const [first] = await page();
  const id = first?.id ?? '';
  const request = rig.request('again');
  expect(await replayDelivery(rig.deps, request, id)).toMatchObject({ id });
  await replayDelivery(rig.deps, request, id);
  await rig.settle();
  expect(peer.requests.map(idOf)).toEqual([id, id]);
  expect(peer.requests[1]?.body).toBe(peer.requests[0]?.body);
  const ability = request.ability;
  expect(await getDelivery(rig.deps, ability, id)).toMatchObject({ status: 'delivered', tries: 2 });
  const { rev, tail } = await rig.connection('hook');
  expect(rev).toBe(1);
  expect(tail.at(-1)?.event).toMatchObject({
    kind: 'replayed',
    actor: { id: 'admin' },
    data: { delivery: id },
  });
});

it('lets nothing out that the connection may not see', async () => {
  const all = ['submitted', 'edited', 'commented', 'state-entered', 'routed', 'attached'];
  await rig.connect('hook', hook({ eventKinds: all }));
  const { id } = await rig.submit(500, { iban: canary, note: 'plain to see' });
  await rig.settle();
  for (const visibility of ['internal', 'public'] as const)
    await rig.command(id, 'lea', 'comment', (state, world) =>
      decideComment(
        state,
        { text: `${visibility} ${visibility === 'internal' ? canary : ''}`, visibility, mentions: [] },
        world,
      ),
    );
  await rig.settle();
  expect(kinds()).toEqual(expect.arrayContaining(['submitted', 'state-entered', 'routed', 'commented']));
  expect(kinds().filter((kind) => kind === 'commented')).toHaveLength(1);
  const bytes = peer.requests.map(({ body, headers }) => body + JSON.stringify(headers)).join();
  expect(bytes).toContain('plain to see');
  expect(bytes).not.toContain(canary);
  expect(JSON.stringify(await page())).not.toContain(canary);
});

const decisions = {
  eventKinds: ['voted', 'decided', 'state-entered', 'vote-retracted', 'gate-changed', 'gate-opened'],
};

it('tells of a decision 8 s later', async () => {
  const { id } = await rig.submit(5_000);
  await rig.settle();
  await rig.connect('hook', hook(decisions));
  await rig.settle();
  await rig.approve(id);
  await rig.settle();
  rig.product.clock.pass(7_999);
  await rig.settle();
  expect(kinds()).toEqual([]);
  expect(await page({ status: 'pending' })).not.toEqual([]);
  rig.product.clock.pass(1_000);
  await rig.settle();
  expect(kinds().sort()).toEqual(['decided', 'voted']);
});

it('tells nothing of a decision that was taken back in time, nor of its taking back', async () => {
  const { id } = await rig.submit(5_000);
  await rig.settle();
  await rig.connect('hook', hook(decisions));
  await rig.approve(id);
  await rig.settle();
  rig.product.clock.pass(7_000);
  await rig.retract(id);
  for (let round = 0; round < 3; round += 1) {
    await rig.settle();
    rig.product.clock.pass(10_000);
  }
  expect(peer.requests).toEqual([]);
  expect(new Set((await page()).map(({ status }) => status))).toEqual(new Set(['cancelled']));
});

it('owes a hundred deliveries at most, and the others once those are gone', async () => {
  await rig.connect('hook', hook());
  refuse(503, 'later');
  for (let i = 0; i < 105; i += 1) await rig.submit(500 + i);
  await rig.settle();
  const waiting = await rig.connection('hook');
  expect(waiting.effects).toHaveLength(100);
  expect(waiting.state.followed).toBeLessThan(await rig.product.store.log.end());
  succeed();
  rig.product.clock.pass(60_000);
  await rig.settle();
  expect(new Set(peer.requests.map(idOf)).size).toBe(105);
  expect((await rig.connection('hook')).effects).toEqual([]);
  expect(await page({ status: 'delivered' })).toHaveLength(105);
}, 60_000);

it('owes each event once though two processes follow the log at once', async () => {
  await rig.connect('hook', hook());
  await rig.product.drain();
  const readers = [createLogReader(rig.deps), createLogReader(rig.deps), rig.reader];
  for (let i = 0; i < 5; i += 1) {
    await rig.submit(500 + i);
    await rig.product.drain();
    await Promise.all(readers.map((reader) => reader.follow()));
  }
  await rig.settle();
  expect(peer.requests).toHaveLength(5);
  expect(new Set(peer.requests.map(idOf)).size).toBe(5);
});

it('holds still while it is paused, and goes on where it was', async () => {
  await rig.connect('hook', hook());
  await rig.settle();
  await rig.connect('hook', { paused: true }, 'patch', {});
  await rig.submit(500);
  await rig.settle();
  expect(peer.requests).toEqual([]);
  await rig.connect('hook', { paused: false }, 'patch', {});
  await rig.settle();
  expect(peer.requests).toHaveLength(1);
});

it('pages deliveries, and hides them from those who do not look after connections', async () => {
  await rig.connect('hook', hook());
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.push((await rig.submit(500 + i)).id);
  await rig.settle();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const found = await deliveriesPage(rig.lists, { viewer: rig.admin, limit: 2, cursor });
    seen.push(...found.items.map(({ caseId }) => caseId));
    cursor = found.next;
  } while (cursor !== null);
  expect(seen.sort()).toEqual(ids.sort());
  expect(await page({ case: ids[0] })).toHaveLength(1);
  const nobody = { ...rig.admin, systemRoles: ['requester' as const] };
  await expect(deliveriesPage(rig.lists, { viewer: nobody, limit: 2 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('says whether a connection works', async () => {
  await rig.connect('hook', hook());
  const { ability } = rig.request();
  expect(await checkConnection(rig.deps, ability, 'hook')).toEqual({ ok: true, said: 'Answered 200.' });
  refuse(404, 'nobody here');
  expect(await checkConnection(rig.deps, ability, 'hook')).toMatchObject({ ok: false });
});
