import { describe, expect, it } from 'vitest';
import { NameTaken } from '../../server/ports/aggregates.ts';
import type { Store } from '../../server/ports/store.ts';
import { makeAggregate } from '../support/make-aggregate.ts';

/** The promises of `AggregateStore` about names that one document has at a time. */
export function uniqueContract(store: () => Store): void {
  describe('unique names', () => {
    const named = (id: string, unique?: string) =>
      makeAggregate(id, {
        index: { lists: ['named'], sort: id, ...(unique === undefined ? {} : { unique }) },
      });

    it('lets a unique name belong to one document at a time', async () => {
      const { aggregates } = store();
      const first = named('unique:1', 'name:a');
      expect(await aggregates.insert(first)).toBe(true);
      expect(await aggregates.insert(first)).toBe(false);
      await expect(aggregates.insert(named('unique:2', 'name:a'))).rejects.toBeInstanceOf(NameTaken);
      expect(await aggregates.load('unique:2')).toBeUndefined();
      const second = named('unique:2', 'name:b');
      await aggregates.insert(second);
      await expect(aggregates.replace(named('unique:2', 'name:a'))).rejects.toBeInstanceOf(NameTaken);
      expect(await aggregates.load('unique:2')).toEqual(second);
      expect(await aggregates.replace(named('unique:1', 'name:c'))).toBe(true);
      expect(await aggregates.replace(named('unique:2', 'name:a'))).toBe(true);
      expect(await aggregates.replace({ ...named('unique:2'), _v: 2 })).toBe(true);
      expect(await aggregates.insert(named('unique:3', 'name:a'))).toBe(true);
    });

    it('decides who gets a unique name when many want it at once', async () => {
      const { aggregates } = store();
      const tries = Array.from({ length: 8 }, (_, n) =>
        aggregates.insert(named(`wanted:${n}`, 'name:wanted')),
      );
      const ended = await Promise.allSettled(tries);
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(
        (await aggregates.range('named', null, 100)).filter(({ id }) => id.startsWith('wanted')),
      ).toHaveLength(1);
    });

    it('leaves a unique name with who has it when a document is reinstated', async () => {
      const { aggregates } = store();
      expect(await aggregates.reinstate(named('back:1', 'name:back'))).toBe(true);
      expect(await aggregates.reinstate(named('back:2', 'name:back'))).toBe(true);
      expect(await aggregates.reinstate(named('back:2', 'name:back'))).toBe(false);
      await expect(aggregates.insert(named('back:3', 'name:back'))).rejects.toBeInstanceOf(NameTaken);
      expect(await aggregates.replace(named('back:2', 'name:else'))).toBe(true);
      await expect(aggregates.insert(named('back:3', 'name:back'))).rejects.toBeInstanceOf(NameTaken);
    });
  });
}
