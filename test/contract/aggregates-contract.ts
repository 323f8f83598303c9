import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { Keyset, Listed } from '../../server/ports/aggregates.ts';
import type { Store } from '../../server/ports/store.ts';
import { makeAggregate } from '../support/make-aggregate.ts';

const listed = (id: string, lists: readonly string[], sort: string) =>
  makeAggregate(id, { index: { lists, sort } });

/** Reads a list to its end in pages. */
async function pages(store: Store, list: string, size: number): Promise<Listed[][]> {
  const found: Listed[][] = [];
  for (let after: Keyset | null = null; ; after = found.at(-1)?.at(-1) ?? null) {
    const page: Listed[] = await store.aggregates.range(list, after, size);
    if (page.length === 0) return found;
    found.push(page);
  }
}

/** The promises of `AggregateStore`. */
export function aggregatesContract(store: () => Store): void {
  describe('aggregates', () => {
    writingContract(store);
    racingContract(store);
    listingContract(store);
    dueContract(store);
    termsContract(store);
  });
}

function writingContract(store: () => Store): void {
  it('loads what was inserted, and nothing where nothing is', async () => {
    const doc = makeAggregate('write:1', { state: { title: 'one' } });
    expect(await store().aggregates.insert(doc)).toBe(true);
    expect(await store().aggregates.load('write:1')).toEqual(doc);
    expect(await store().aggregates.load('write:none')).toBeUndefined();
  });

  it('refuses a second insert of the same id and keeps the first', async () => {
    await store().aggregates.insert(makeAggregate('write:2', { state: { title: 'first' } }));
    expect(await store().aggregates.insert(makeAggregate('write:2', { state: { title: 'second' } }))).toBe(
      false,
    );
    expect((await store().aggregates.load('write:2'))?.state).toEqual({ title: 'first' });
  });

  it('reinstates a document under its own _v, once, and goes on from there', async () => {
    const doc = makeAggregate('write:2b', { _v: 37, state: { title: 'first' } });
    await expect(store().aggregates.insert(doc)).rejects.toThrow('_v 1');
    expect(await store().aggregates.reinstate(doc)).toBe(true);
    expect(await store().aggregates.reinstate({ ...doc, state: { title: 'second' } })).toBe(false);
    expect(await store().aggregates.load('write:2b')).toEqual(doc);
    expect(await store().aggregates.replace({ ...doc, rev: 9 })).toBe(true);
    expect(await store().aggregates.load('write:2b')).toEqual({ ...doc, rev: 9, _v: 38 });
  });

  it('raises _v by one with every replace', async () => {
    const doc = makeAggregate('write:3');
    await store().aggregates.insert(doc);
    expect(await store().aggregates.replace({ ...doc, rev: 2 })).toBe(true);
    expect(await store().aggregates.load('write:3')).toEqual({ ...doc, rev: 2, _v: 2 });
  });

  it('refuses a replace with another _v and of what does not exist', async () => {
    const doc = makeAggregate('write:4');
    await store().aggregates.insert(doc);
    expect(await store().aggregates.replace({ ...doc, _v: 2 })).toBe(false);
    expect(await store().aggregates.replace(makeAggregate('write:none'))).toBe(false);
    expect(await store().aggregates.load('write:none')).toBeUndefined();
    expect(await store().aggregates.load('write:4')).toEqual(doc);
  });

  it('loads many in the order asked for and leaves out what does not exist', async () => {
    for (const id of ['many:1', 'many:2', 'many:3']) await store().aggregates.insert(makeAggregate(id));
    const found = await store().aggregates.loadMany(['many:3', 'many:none', 'many:1', 'many:2']);
    expect(found.map((doc) => doc._id)).toEqual(['many:3', 'many:1', 'many:2']);
    expect(await store().aggregates.loadMany([])).toEqual([]);
  });

  it('refuses undefined anywhere and writes nothing', async () => {
    const hidden = makeAggregate('undefined:1', { state: { deep: [{ owner: undefined }] } });
    await expect(store().aggregates.insert(hidden)).rejects.toThrow(/plain JSON/);
    expect(await store().aggregates.load('undefined:1')).toBeUndefined();
    const doc = makeAggregate('undefined:2');
    await store().aggregates.insert(doc);
    await expect(store().aggregates.replace({ ...doc, state: undefined })).rejects.toThrow(/plain JSON/);
    expect(await store().aggregates.load('undefined:2')).toEqual(doc);
    for (const value of [() => 1, Number.NaN, 10n, new Date(0), new Map()]) {
      await expect(
        store().aggregates.insert(makeAggregate('undefined:3', { state: { value } })),
      ).rejects.toThrow();
    }
    const none = undefined as unknown as string;
    await expect(store().aggregates.load(none)).rejects.toThrow();
    await expect(store().aggregates.range(none, null, 10)).rejects.toThrow();
    await expect(store().aggregates.byTerm(none, true, 10)).rejects.toThrow();
  });

  it('names every id once in ascending order', async () => {
    for (const id of ['zz:3', 'zz:1', 'zz:2']) await store().aggregates.insert(makeAggregate(id));
    expect(await store().aggregates.ids('zz:', 10)).toEqual(['zz:1', 'zz:2', 'zz:3']);
    expect(await store().aggregates.ids('zz:1', 1)).toEqual(['zz:2']);
    expect(await store().aggregates.ids('zz:3', 1)).toEqual([]);
    const all = await store().aggregates.ids(null, 10_000);
    expect(all).toEqual([...all].sort());
    expect(all).toContain('many:1');
  });
}

function racingContract(store: () => Store): void {
  it('lets exactly one of 100 concurrent replacers win, round after round', async () => {
    await store().aggregates.insert(makeAggregate('race:1', { state: { winner: -1 } }));
    for (let round = 1; round <= 20; round++) {
      const read = (await store().aggregates.load('race:1')) as Aggregate;
      const won = await Promise.all(
        Array.from({ length: 100 }, (_, i) => store().aggregates.replace({ ...read, state: { winner: i } })),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      const after = await store().aggregates.load('race:1');
      expect(after).toMatchObject({ _v: round + 1, state: { winner: won.indexOf(true) } });
    }
  });

  it('lets exactly one of 100 concurrent inserters win', async () => {
    const won = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        store().aggregates.insert(makeAggregate('race:2', { state: { i } })),
      ),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await store().aggregates.load('race:2'))?.state).toEqual({ i: won.indexOf(true) });
  });

  it('loses no increment of 20 who read and replace until they win', async () => {
    await store().aggregates.insert(makeAggregate('race:3', { state: { count: 0 } }));
    const increment = async () => {
      for (;;) {
        const read = (await store().aggregates.load<{ count: number }>('race:3')) as Aggregate<{
          count: number;
        }>;
        if (await store().aggregates.replace({ ...read, state: { count: read.state.count + 1 } })) return;
      }
    };
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await store().aggregates.load('race:3')).toMatchObject({ _v: 21, state: { count: 20 } });
  });
}

function listingContract(store: () => Store): void {
  it('pages a list in ascending (sort, id) through ties, each document once', async () => {
    const expected: Listed[] = [];
    for (let i = 0; i < 30; i++) {
      const sort = `s${Math.floor(i / 10)}`;
      expected.push({ id: `page:${String(i).padStart(2, '0')}`, sort });
    }
    for (const { id, sort } of [...expected].reverse()) {
      await store().aggregates.insert(listed(id, ['page:list', 'page:other'], sort));
    }
    for (const size of [1, 3, 10, 100]) {
      const found = await pages(store(), 'page:list', size);
      expect(found.flat()).toEqual(expected);
      expect(found.every((page, i) => page.length === size || i === found.length - 1)).toBe(true);
    }
  });

  it('sorts by code unit, emoji and empty keys included', async () => {
    const sorts = [
      '',
      ' ',
      '\u0000',
      '\u0001',
      'A',
      'a',
      'aa',
      'é',
      '한',
      '😀',
      '\ud83d\ude01x',
      '\ue000',
      '\uff01',
    ];
    for (const [i, sort] of sorts.entries())
      await store().aggregates.insert(listed(`units:${i}`, ['units'], sort));
    const found = await pages(store(), 'units', 2);
    expect(found.flat().map(({ sort }) => sort)).toEqual([...sorts].sort());
  });

  it('keeps lists apart whose names begin alike', async () => {
    await store().aggregates.insert(listed('apart:1', ['apart', 'apart:x'], '1'));
    await store().aggregates.insert(listed('apart:2', ['apart:x'], '0'));
    expect(await pages(store(), 'apart', 10)).toEqual([[{ id: 'apart:1', sort: '1' }]]);
    expect(await store().aggregates.range('apart', null, 0)).toEqual([]);
  });

  it('moves a document from its old lists and sort key to the new ones', async () => {
    const doc = listed('move:1', ['move:a', 'move:b'], '1');
    await store().aggregates.insert(doc);
    await store().aggregates.replace({ ...doc, index: { lists: ['move:b', 'move:c'], sort: '2' } });
    expect(await store().aggregates.range('move:a', null, 10)).toEqual([]);
    expect(await store().aggregates.range('move:b', null, 10)).toEqual([{ id: 'move:1', sort: '2' }]);
    expect(await store().aggregates.range('move:c', null, 10)).toEqual([{ id: 'move:1', sort: '2' }]);
    await store().aggregates.replace({ ...doc, _v: 2, index: { lists: [], sort: '2' } });
    expect(await store().aggregates.range('move:b', null, 10)).toEqual([]);
  });

  it('stands once in a list that is named twice', async () => {
    await store().aggregates.insert(listed('twice:1', ['twice', 'twice'], '1'));
    expect(await store().aggregates.range('twice', null, 10)).toEqual([{ id: 'twice:1', sort: '1' }]);
  });
}

function dueContract(store: () => Store): void {
  it('names what is due, earliest first, and nothing that is not', async () => {
    const dueAt = [5_000, 1_000, 3_000, 10 ** 13, null, 0];
    for (const [i, nextDueAt] of dueAt.entries())
      await store().aggregates.insert(makeAggregate(`due:${i}`, { nextDueAt }));
    expect(await store().aggregates.due(3_000, 10)).toEqual([
      { id: 'due:5', nextDueAt: 0 },
      { id: 'due:1', nextDueAt: 1_000 },
      { id: 'due:2', nextDueAt: 3_000 },
    ]);
    expect(await store().aggregates.due(2_999, 10)).toHaveLength(2);
    expect(await store().aggregates.due(10 ** 14, 1)).toEqual([{ id: 'due:5', nextDueAt: 0 }]);
  });

  it('follows a due time that moves or ends', async () => {
    const doc = makeAggregate('due:moving', { nextDueAt: 100 });
    await store().aggregates.insert(doc);
    await store().aggregates.replace({ ...doc, nextDueAt: 200 });
    expect((await store().aggregates.due(150, 10)).map(({ id }) => id)).not.toContain('due:moving');
    expect((await store().aggregates.due(200, 10)).map(({ id }) => id)).toContain('due:moving');
    await store().aggregates.replace({ ...doc, _v: 2, nextDueAt: null });
    expect((await store().aggregates.due(10 ** 14, 100)).map(({ id }) => id)).not.toContain('due:moving');
  });
}

function termsContract(store: () => Store): void {
  it('finds by term and by prefix, each document once, no further than the cap', async () => {
    const withTerms = (id: string, terms: string[]) =>
      makeAggregate(id, { index: { lists: [], sort: '', terms } });
    await store().aggregates.insert(withTerms('term:1', ['quokka', 'quokkas', 'größe']));
    await store().aggregates.insert(withTerms('term:2', ['quokka', '𠮷野']));
    await store().aggregates.insert(withTerms('term:3', ['quoll']));
    const { aggregates } = store();
    expect((await aggregates.byTerm('quokka', false, 10)).sort()).toEqual(['term:1', 'term:2']);
    expect((await aggregates.byTerm('quo', true, 10)).sort()).toEqual(['term:1', 'term:2', 'term:3']);
    expect(await aggregates.byTerm('quo', false, 10)).toEqual([]);
    expect(await aggregates.byTerm('grö', true, 10)).toEqual(['term:1']);
    expect(await aggregates.byTerm('𠮷', true, 10)).toEqual(['term:2']);
    expect(await aggregates.countTerm('quo', true, 10)).toBe(3);
    expect(await aggregates.countTerm('quo', true, 2)).toBe(2);
    expect(await aggregates.byTerm('quo', true, 2)).toHaveLength(2);
    expect(await aggregates.countTerm('quokkas', false, 10)).toBe(1);
    await aggregates.replace(withTerms('term:1', ['wombat']));
    expect(await aggregates.byTerm('quokka', false, 10)).toEqual(['term:2']);
    expect(await aggregates.byTerm('wombat', false, 10)).toEqual(['term:1']);
  });
}
