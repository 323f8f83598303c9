import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keyset } from '../../server/ports/aggregates.ts';
import type { Store } from '../../server/ports/store.ts';
import { makeAggregate } from '../support/make-aggregate.ts';
import { makeLogRow } from '../support/make-log-row.ts';
import type { OpenedStore } from './store-contract.ts';

const limit = 50;
/** Documents that share one sort key. */
const ties = 7;

/** Pages visit what they show and the ties of their first key, however much there is behind and before them. */
export function visitsContract(open: () => Promise<OpenedStore>, documents: number): void {
  describe(`visits among ${documents} documents`, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
      await fill(opened.store, documents);
    }, 300_000);
    afterAll(async () => {
      await opened?.close();
    });

    const visited = async (read: (store: Store) => Promise<readonly unknown[]>): Promise<number> => {
      opened.store.visits.reset();
      expect(await read(opened.store)).toHaveLength(limit);
      const { keys } = opened.store.visits;
      expect(keys).toBeGreaterThanOrEqual(limit);
      return keys;
    };
    const middle: Keyset = {
      sort: sortOf(Math.floor(documents / 2)),
      id: idOf(Math.floor(documents / 2)),
    };

    it('reads a page of aggregates with at most limit + ties', async () => {
      expect(await visited(({ aggregates }) => aggregates.range('all', null, limit))).toBeLessThanOrEqual(
        limit,
      );
      const keys = await visited(({ aggregates }) => aggregates.range('all', middle, limit));
      expect(keys).toBeLessThanOrEqual(limit + ties);
    });

    it('reads a page of work rows with at most limit + ties', async () => {
      const keys = await visited(({ work }) => work.range('handle:team:all', workKey(documents), limit));
      expect(keys).toBeLessThanOrEqual(limit + ties);
    });

    it('reads a page of the log with at most limit, in the middle of it', async () => {
      const before = Math.floor(documents / 2);
      expect(await visited(({ log }) => log.page('all', before, limit))).toBeLessThanOrEqual(limit);
      expect(await visited(({ log }) => log.read(before, limit))).toBeLessThanOrEqual(limit);
    });

    it('reads what is due, ids and the carriers of a term with at most the limit', async () => {
      expect(await visited(({ aggregates }) => aggregates.due(10 ** 12, limit))).toBeLessThanOrEqual(limit);
      expect(await visited(({ aggregates }) => aggregates.ids(middle.id, limit))).toBeLessThanOrEqual(limit);
      const keys = await visited(({ aggregates }) => aggregates.byTerm('com', true, limit));
      expect(keys).toBeLessThanOrEqual(limit);
    });
  });
}

const idOf = (i: number) => `v:${String(i).padStart(6, '0')}`;
const sortOf = (i: number) => `s${String(Math.floor(i / ties)).padStart(6, '0')}`;

function workKey(documents: number): Keyset {
  const middle = Math.floor(documents / 2);
  return { sort: sortOf(middle), id: `${idOf(middle)}|handle|team:all` };
}

async function fill(store: Store, documents: number): Promise<void> {
  const atOnce = 500;
  for (let from = 0; from < documents; from += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, documents - from) }, (_, i) => from + i);
    await Promise.all(batch.map((i) => fillOne(store, i)));
    await store.log.append(batch.map((i) => makeLogRow(i + 1, idOf(i), 1)));
  }
}

async function fillOne(store: Store, i: number): Promise<void> {
  const _id = idOf(i);
  const sort = sortOf(i);
  const index = { lists: ['all'], sort, terms: ['common'] };
  await store.aggregates.insert(makeAggregate(_id, { nextDueAt: i, index }));
  const list = 'handle:team:all';
  const row = {
    caseId: _id,
    task: 'handle',
    token: 'team:all',
    list,
    sort,
    priority: 1,
    dueAt: null,
  } as const;
  await store.work.project(_id, 1, [{ _id: `${_id}|handle|team:all`, ...row }]);
}
