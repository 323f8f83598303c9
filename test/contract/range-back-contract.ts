import { expect, it } from 'vitest';
import type { Keyset, Listed } from '../../server/ports/aggregates.ts';
import type { Store } from '../../server/ports/store.ts';
import { makeAggregate } from '../support/make-aggregate.ts';

/** Reads a list from its end to its beginning. */
async function backwards({ aggregates }: Store, size: number): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let before: Keyset | null = null; ; before = found.at(-1) ?? null) {
    const page: Listed[] = await aggregates.rangeBack('turned', before, size);
    if (page.length === 0) return found;
    expect(page.length).toBeLessThanOrEqual(size);
    found.push(...page);
  }
}

/** The promises of `AggregateStore.rangeBack`. */
export function rangeBackContract(store: () => Store): void {
  const listed = (id: string, list: string, sort: string) =>
    store().aggregates.insert(makeAggregate(id, { index: { lists: [list], sort } }));

  it('reads a list from its end, in pages of any size, ties among it', async () => {
    for (let n = 0; n < 9; n += 1) await listed(`turned:${n}`, 'turned', `s${n % 4}`);
    await listed('turned:x', 'turned!', 's0');
    await listed('turned:y', 'turne', 's9');
    const { aggregates } = store();
    const forwards = await aggregates.range('turned', null, 100);
    expect(forwards).toHaveLength(9);
    for (const size of [1, 2, 4, 100]) expect(await backwards(store(), size)).toEqual(forwards.toReversed());
    expect(await aggregates.rangeBack('turned', null, 0)).toEqual([]);
    expect(await aggregates.rangeBack('nowhere', null, 5)).toEqual([]);
    const between = { sort: 's2', id: 'turned:5' };
    expect(await aggregates.rangeBack('turned', between, 1)).toEqual([{ id: 'turned:2', sort: 's2' }]);
  });
}
