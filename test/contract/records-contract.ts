import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../domain/hash/canonical-json.ts';
import type { StoredRecord } from '../../server/ports/records.ts';
import type { Store } from '../../server/ports/store.ts';

const record = (id: string, more: Partial<StoredRecord> = {}): StoredRecord => {
  return { _id: id, _v: 1, lists: [], sort: '', expiresAt: null, data: {}, ...more };
};

/** The promises of `RecordStore`. */
export function recordsContract(store: () => Store): void {
  describe('records', () => {
    it('keeps a record on its shelf only', async () => {
      const { records } = store();
      const kept = record('r1', { data: { '10': 1, '9': { 'a.b': '$x' } } });
      expect(await records.insert('session', kept)).toBe(true);
      expect(await records.insert('session', kept)).toBe(false);
      expect(canonicalJson(await records.get('session', 'r1'))).toBe(canonicalJson(kept));
      expect(await records.get('link', 'r1')).toBeUndefined();
      expect(await records.insert('link', record('r1'))).toBe(true);
    });

    it('replaces by _v, and exactly one of 50 at once', async () => {
      const { records } = store();
      await records.insert('bucket', record('r2'));
      const won = await Promise.all(
        Array.from({ length: 50 }, (_, i) => records.replace('bucket', record('r2', { data: { i } }))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await records.get('bucket', 'r2')).toEqual(
        record('r2', { _v: 2, data: { i: won.indexOf(true) } }),
      );
      expect(await records.replace('bucket', record('none'))).toBe(false);
    });

    it('lists in pages, follows changes and deletions, and keeps shelves apart', async () => {
      const { records } = store();
      for (let i = 0; i < 9; i++) {
        await records.insert('delivery', record(`d${i}`, { lists: ['open'], sort: `s${i % 2}` }));
      }
      await records.insert('access', record('d0', { lists: ['open'], sort: '0' }));
      const first = await records.range('delivery', 'open', null, 4);
      expect(first.map(({ _id }) => _id)).toEqual(['d0', 'd2', 'd4', 'd6']);
      const rest = await records.range('delivery', 'open', { sort: 's0', id: 'd6' }, 10);
      expect(rest.map(({ _id }) => _id)).toEqual(['d8', 'd1', 'd3', 'd5', 'd7']);
      await records.replace('delivery', record('d0', { lists: ['done'], sort: 's0' }));
      await records.delete('delivery', 'd2');
      await records.delete('delivery', 'd2');
      expect((await records.range('delivery', 'open', null, 2)).map(({ _id }) => _id)).toEqual(['d4', 'd6']);
      expect((await records.range('delivery', 'done', null, 2)).map(({ _id }) => _id)).toEqual(['d0']);
      expect(await records.get('delivery', 'd2')).toBeUndefined();
    });

    it('begins a list at a sort key, the records of that key included', async () => {
      const { records } = store();
      for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) {
        await records.insert('bucket', record(`b-${day}`, { lists: ['days'], sort: day }));
      }
      const from = await records.range('bucket', 'days', { sort: '2026-03-02', id: '' }, 10);
      expect(from.map(({ _id }) => _id)).toEqual(['b-2026-03-02', 'b-2026-03-03']);
    });

    it('names every id of one shelf in pages', async () => {
      const { records } = store();
      for (const id of ['n3', 'n1', 'n2', 'n10']) await records.insert('signature', record(id));
      expect(await records.ids('signature', null, 3)).toEqual(['n1', 'n10', 'n2']);
      expect(await records.ids('signature', 'n10', 10)).toEqual(['n2', 'n3']);
      expect(await records.ids('signature', 'n3', 10)).toEqual([]);
      expect(await records.ids('signature', null, 0)).toEqual([]);
    });

    it('names what has expired, earliest first, until it is deleted', async () => {
      const { records } = store();
      for (const [i, expiresAt] of [300, 100, null, 200].entries()) {
        await records.insert('attachment', record(`a${i}`, { expiresAt }));
      }
      expect(await records.expired('attachment', 100, 10)).toEqual([]);
      expect(await records.expired('attachment', 201, 10)).toEqual(['a1', 'a3']);
      expect(await records.expired('attachment', 1_000, 1)).toEqual(['a1']);
      await records.replace('attachment', record('a1', { expiresAt: 5_000 }));
      await records.delete('attachment', 'a3');
      expect(await records.expired('attachment', 1_000, 10)).toEqual(['a0']);
      expect(await records.expired('session', 1_000, 10)).toEqual([]);
    });

    it('refuses undefined', async () => {
      const { records } = store();
      const broken = { ...record('u1'), data: { owner: undefined } } as unknown as StoredRecord;
      await expect(records.insert('session', broken)).rejects.toThrow(/plain JSON/);
      expect(await records.get('session', 'u1')).toBeUndefined();
      await expect(records.get('session', undefined as unknown as string)).rejects.toThrow();
    });

    it('clears one shelf', async () => {
      const { records } = store();
      await records.insert('checkpoint', record('c1', { lists: ['all'], expiresAt: 1 }));
      await records.insert('signature', record('c1'));
      await records.clear('checkpoint');
      expect(await records.get('checkpoint', 'c1')).toBeUndefined();
      expect(await records.range('checkpoint', 'all', null, 10)).toEqual([]);
      expect(await records.expired('checkpoint', 10, 10)).toEqual([]);
      expect(await records.get('signature', 'c1')).toBeDefined();
    });
  });
}
