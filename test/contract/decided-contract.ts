import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../server/ports/store.ts';
import { makeAggregate } from '../support/make-aggregate.ts';
import { makeLogRow } from '../support/make-log-row.ts';
import type { OpenedStore } from './store-contract.ts';

/** Writes that are answered when they are decided: seen at once by whoever asks by id, on disk after `flushed`. */
export function decidedContract(open: () => Promise<OpenedStore>): void {
  describe('decided writes', () => {
    let opened: OpenedStore;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(async () => {
      await opened?.close();
    });

    it('are seen at once and race as others do', async () => {
      const doc = makeAggregate('decided:1', { rev: 0 });
      expect(await store.aggregates.insert(doc, 'decided')).toBe(true);
      expect(await store.aggregates.insert(doc, 'decided')).toBe(false);
      expect(await store.aggregates.load(doc._id)).toEqual(doc);
      const rivals = Array.from({ length: 20 }, (_, i) =>
        store.aggregates.replace({ ...doc, rev: i }, i % 2 === 0 ? 'decided' : 'on disk'),
      );
      expect((await Promise.all(rivals)).filter((won) => won)).toHaveLength(1);
    });

    it('are found again after the store was opened anew, the last one of each document', async () => {
      let doc = makeAggregate('decided:2', { state: { step: 0 }, index: { lists: ['step-0'], sort: 'a' } });
      await store.aggregates.insert(doc, 'decided');
      for (let step = 1; step <= 30; step += 1) {
        const next = { ...doc, state: { step }, index: { lists: [`step-${step}`], sort: 'a' } };
        expect(await store.aggregates.replace(next, 'decided')).toBe(true);
        doc = { ...next, _v: next._v + 1 };
      }
      const rows = [1, 2, 3].map((position) => makeLogRow(position, 'decided:2', position));
      expect(await store.log.append(rows, 'decided')).toBe(3);
      expect(await store.log.end('decided')).toBe(3);
      expect(await store.aggregates.range('step-30', null, 5)).toEqual([{ id: 'decided:2', sort: 'a' }]);
      expect(await store.aggregates.range('step-29', null, 5)).toEqual([]);
      expect(await store.aggregates.ids(null, 10)).toContain('decided:2');
      await store.flushed();
      store = await opened.reopen();
      expect(await store.aggregates.load('decided:2')).toEqual(doc);
      expect(await store.log.read(0, 10)).toHaveLength(3);
    });
  });
}
