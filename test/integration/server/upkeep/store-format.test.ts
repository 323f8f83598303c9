import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slottedCases } from '../../../../domain/routing/load-slots.ts';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import type { LoadState } from '../../../../domain/stream/load/load-stream.ts';
import { personStream } from '../../../../domain/stream/person/person-stream.ts';
import type { Store } from '../../../../server/ports/store.ts';
import type { WorkRow } from '../../../../server/ports/work.ts';
import { Environment } from '../../../../server/store/embedded/environment.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { openMongoStore } from '../../../../server/store/mongo/open-mongo-store.ts';
import { orderedText } from '../../../../server/store/ordered-text.ts';
import { workRowKeys } from '../../../../server/store/work-rows.ts';
import { workRowsOf } from '../../../../server/use-cases/lists/project-work.ts';
import { metricsCount } from '../../../../server/use-cases/metrics/follow-metrics.ts';
import { currentFormat } from '../../../../server/use-cases/upkeep/current-form.ts';
import { bringToFormat } from '../../../../server/use-cases/upkeep/store-format.ts';
import { caseDoc, clockDue, gateOf, stateOf } from '../../../support/case-of.ts';
import { makeAggregate } from '../../../support/make-aggregate.ts';
import { makeLogRow } from '../../../support/make-log-row.ts';
import { describeWithMongo, startMongoCompatible } from '../../../support/mongo-server.ts';
import { openTestStore } from '../../../support/open-store.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.close());

/** A load as the first form wrote it. */
const firstLoad = (id: string, slots: object): Aggregate =>
  makeAggregate(id, { kind: 'load', state: { accepts: true, slots } as never });

/** A person as it was written before the store kept addresses apart. */
const firstPerson = (id: string, email: string): Aggregate => {
  const state = { ...personStream.initial, name: id, email, active: true };
  const { unique: _unknown, ...index } = personStream.indexOf(state, id);
  return makeAggregate(id, { kind: 'person', state: state as never, index });
};

const slotsOf = async (id: string) => (await opened.store.aggregates.load<LoadState>(id))?.state.slots;

describe('a store of the first form', () => {
  it('has its slots as a list afterwards, ordered, with their times and flags', async () => {
    const { aggregates } = opened.store;
    await aggregates.insert(firstLoad('load:bo', { c2: { at: 7, over: true }, c1: { at: 5 } }));
    expect(await bringToFormat(opened.store)).toBe(1);
    expect(await slotsOf('load:bo')).toEqual([
      { caseId: 'c1', at: 5 },
      { caseId: 'c2', at: 7, over: true },
    ]);
  });

  it('keeps addresses apart afterwards; where two have had the same one, nothing else stops working', async () => {
    const { aggregates } = opened.store;
    await aggregates.insert(firstPerson('person:bea', 'bea@example.test'));
    await aggregates.insert(firstPerson('person:bo', 'shared@example.test'));
    await aggregates.insert(firstPerson('person:bob', 'shared@example.test'));
    expect(await bringToFormat(opened.store)).toBe(2);
    const second = { ...firstPerson('person:bibi', 'bea@example.test') };
    const named = { ...second, index: { ...second.index, unique: 'email:bea@example.test' } };
    await expect(aggregates.insert(named)).rejects.toThrow('email:bea@example.test');
    expect((await aggregates.load('person:bob'))?._v).toBe(1);
  });

  it('is rewritten once', async () => {
    await opened.store.aggregates.insert(firstLoad('load:bo', { c1: { at: 5 } }));
    expect(await bringToFormat(opened.store)).toBe(1);
    expect(await bringToFormat(opened.store)).toBe(0);
    const load = await opened.store.aggregates.load<LoadState>('load:bo');
    expect(load?._v).toBe(2);
    expect(load === undefined ? [] : slottedCases(load.state)).toEqual(['c1']);
  });
});

/** What Hal had before: the one due last is the most urgent. */
const cases = [
  caseDoc('late', stateOf({ owner: 'hal', placement: 'assigned', priority: 3, clocks: [clockDue(20)] })),
  caseDoc('soon', stateOf({ owner: 'hal', placement: 'assigned', priority: 4, clocks: [clockDue(10)] })),
  caseDoc('urgent', stateOf({ owner: 'hal', placement: 'assigned', priority: 1, clocks: [clockDue(30)] })),
];
const rowsOf = (doc: (typeof cases)[number]): WorkRow[] => workRowsOf(doc._id, doc.state);

async function brought(store: Store): Promise<Record<'priority' | 'due', string[]>> {
  await store.aggregates.insert(firstLoad('load:bo', { c1: { at: 5 } }));
  for (const doc of cases) await store.aggregates.insert(doc);
  const data = { format: 2 };
  await store.records.insert('cursor', {
    ...{ _id: 'store-format', _v: 1, lists: [], sort: '', expiresAt: null },
    data,
  });
  const inOrder = async (order: 'priority' | 'due') =>
    (await store.work.range('handle:person:hal', null, 10, order)).map(({ caseId }) => caseId);
  await bringToFormat(store);
  const listed = { priority: await inOrder('priority'), due: await inOrder('due') };
  // Whoever decides on a case of before takes it out of both orders.
  await store.work.project('soon', 2, []);
  for (const order of ['priority', 'due'] as const) expect(await inOrder(order)).not.toContain('soon');
  expect(await store.work.count('handle:person:hal', 10)).toBe(2);
  return listed;
}

const bothOrders = { priority: ['urgent', 'late', 'soon'], due: ['soon', 'late', 'urgent'] };

describe('a store of the second form', () => {
  it('lists the work of every case in both orders afterwards', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'signalbox-format-'));
    try {
      const environment = new Environment(join(directory, 'store.mdb'), (error) => {
        throw error;
      });
      const [work, lists] = [environment.table('work'), environment.index('work-by-list')];
      for (const doc of cases) {
        const rows = rowsOf(doc);
        lists.replace(
          [],
          rows.flatMap((row) => workRowKeys(row).slice(0, 1)),
        );
        await work.put(doc._id, JSON.stringify({ upto: 1, rows }));
      }
      await environment.close();
      const store = await openEmbeddedStore({ directory });
      expect(await store.work.count('handle:person:hal', 10)).toBe(3);
      expect(await brought(store)).toEqual(bothOrders);
      await store.close();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

describe('a store of the third form', () => {
  it('lists a case by whoever signs, and their task by its own deadline, and counts anew', async () => {
    const { store } = opened;
    const step = gateOf(['hal']).steps[0];
    const waits = { ...gateOf(['hal']), steps: step === undefined ? [] : [{ ...step, dueAt: 7 }] };
    const signed = caseDoc('signed', stateOf({ owner: 'bo', placement: 'assigned', gates: [waits] }));
    const lists = signed.index.lists.filter((list) => list !== 'gated' && !list.startsWith('signer:'));
    await store.aggregates.insert({ ...signed, index: { ...signed.index, lists } });
    const older = workRowsOf('signed', signed.state).map((row) => ({ ...row, dueAt: null }));
    await store.work.project('signed', 1, older);
    await store.log.append([makeLogRow(1, 'signed', 1)]);
    const note = { _id: 'store-format', _v: 1, lists: [], sort: '', expiresAt: null };
    await store.records.insert('cursor', { ...note, data: { format: 3 } });
    expect(await bringToFormat(store)).toBe(1);
    const listed = async (list: string) => (await store.aggregates.range(list, null, 10)).map(({ id }) => id);
    expect(await listed('signer:hal')).toEqual(['signed']);
    expect(await listed('gated')).toEqual(['signed']);
    const [row] = await store.work.range('approve:person:hal', null, 10);
    expect(row?.dueAt).toBe(7);
    expect((await metricsCount(store)).position).toBe(1);
  });
});

describeWithMongo('a store of the second form in MongoDB', () => {
  it('lists the work of every case in both orders afterwards', async () => {
    const server = await startMongoCompatible();
    const client = new MongoClient(server?.url ?? '');
    const database = `format-${process.pid}-${Date.now()}`;
    const db = client.db(database);
    try {
      for (const doc of cases) {
        const rows = rowsOf(doc);
        const noted = { _id: doc._id as never, _v: 1, upto: 1, rows: JSON.stringify(rows) };
        await db.collection('workCases').insertOne(noted);
        for (const row of rows) {
          const { _id, caseId, list, sort } = row;
          const text = JSON.stringify(row);
          await db
            .collection('workRows')
            .insertOne({ _id: _id as never, caseId, list, sort: orderedText(sort), text });
        }
      }
      const store = await openMongoStore({ url: server?.url ?? '', database });
      expect(await store.work.count('handle:person:hal', 10)).toBe(3);
      expect(await brought(store)).toEqual(bothOrders);
      await store.close();
    } finally {
      await db.dropDatabase();
      await client.close();
      await server?.stop();
    }
  });
});

it('leaves an empty store with the note of its form', async () => {
  expect(await bringToFormat(opened.store)).toBe(0);
  expect((await opened.store.records.get('cursor', 'store-format'))?.data).toEqual({ format: currentFormat });
});

it('refuses a store that a later version has written, and says what to do', async () => {
  await opened.store.records.insert('cursor', {
    ...{ _id: 'store-format', _v: 1, lists: [], sort: '', expiresAt: null },
    data: { format: currentFormat + 1 },
  });
  await expect(bringToFormat(opened.store)).rejects.toMatchObject({
    code: 'STORE_NEWER',
    message: expect.stringContaining('Start that one'),
  });
});
