import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../domain/hash/canonical-json.ts';
import { hashJson } from '../../domain/hash/sha256.ts';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { Store } from '../../server/ports/store.ts';
import { makeAggregate } from '../support/make-aggregate.ts';
import { makeLogRow } from '../support/make-log-row.ts';
import type { OpenedStore } from './store-contract.ts';

const nested = (depth: number): unknown => (depth === 0 ? 'bottom' : { in: [nested(depth - 1)] });

const awkward: readonly (readonly [string, unknown])[] = [
  ['integer-like keys out of order', { '10': 'a', '9': 'b', b: 1, '1': 'c', a: 2 }],
  ['keys with dots, dollars and slashes', { 'a.b': 1, $set: 2, '/values/x~1y': 3, a$b: { $gt: '' } }],
  ['an empty key', { '': { '': '' } }],
  ['text of every plane', { greeting: 'grüße 한국 😀 𠮷 \u0000 \u001f \ue000 \uffff \u2028', 'ключ😀': 'x' }],
  ['empty objects and lists', { object: {}, list: [], lists: [[], [{}], [[]]] }],
  ['sixty levels', nested(60)],
  ['a long text', { text: 'é'.repeat(50_000) }],
  [
    'numbers at their limits',
    [0, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 2 ** 53 - 1, -(2 ** 53), 0.1, 2 ** 31, -1.5],
  ],
  ['null, true and false', { n: null, t: true, f: false }],
  ['names that objects inherit', { constructor: 1, toString: 'x', hasOwnProperty: null, toJSON: 'y' }],
  ['a thousand members', Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i]))],
];

/** What is read back, by this opening of the store and the next, has the same canonical form, byte for byte. */
export function roundTripContract(open: () => Promise<OpenedStore>): void {
  describe('round trips', () => {
    let opened: OpenedStore;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(async () => {
      await opened?.close();
    });
    const written: Aggregate[] = [];
    const insert = async (id: string, state: unknown) => {
      const doc = makeAggregate(id, { state });
      written.push(doc);
      await store.aggregates.insert(doc);
      expect(canonicalJson(await store.aggregates.load(id))).toBe(canonicalJson(doc));
    };

    it.each(awkward)('keeps %s in an aggregate', (name, state) => insert(`trip:${name}`, state));

    it('turns minus zero into zero', async () => {
      await store.aggregates.insert(makeAggregate('trip:zero', { state: { zero: -0, list: [-0] } }));
      expect((await store.aggregates.load('trip:zero'))?.state).toEqual({ zero: 0, list: [0] });
    });

    it('keeps any JSON', async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), (value) =>
          insert(`any:${written.length}`, { value }),
        ),
        { numRuns: 100 },
      );
    });

    it.each(awkward)('keeps the hash of an event with %s', async (_, value) => {
      const position = (await store.log.end()) + 1;
      const row = makeLogRow(position, 'trip-events', position);
      const event = { ...row.event, data: JSON.parse(JSON.stringify({ value })) };
      const sealed = { '/values/a.b': { salt: 'e'.repeat(32), value: event.data.value } };
      await store.log.append([{ ...row, event, sealed, hash: hashJson(event) }]);
      const [read] = await store.log.read(position - 1, 1);
      expect(hashJson(read?.event)).toBe(hashJson(event));
      expect(canonicalJson(read?.sealed)).toBe(canonicalJson(sealed));
    });

    it('finds all of it again after the store was opened anew', async () => {
      expect(written.length).toBeGreaterThan(awkward.length);
      const before = await store.log.read(0, 1_000);
      store = await opened.reopen();
      for (const doc of written) {
        expect(canonicalJson(await store.aggregates.load(doc._id))).toBe(canonicalJson(doc));
      }
      expect(await store.log.read(0, 1_000)).toEqual(before);
      expect(await store.log.end()).toBe(before.length);
    });
  });
}
