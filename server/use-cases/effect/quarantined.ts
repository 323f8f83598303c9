import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Effect } from '../../../domain/stream/effect.ts';
import { quarantineList } from '../../../domain/stream/quarantine-list.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { Store } from '../../ports/store.ts';

/** One effect that waits for a person, and what owes it. */
export interface QuarantinedEffect {
  readonly aggregateId: string;
  readonly kind: Aggregate['kind'];
  readonly effect: Effect;
  readonly sort: string;
}

/** A page of quarantined effects by what owes them; `after` is the last document's sort key and id. */
export async function quarantinedPage(
  store: Pick<Store, 'aggregates'>,
  after: Keyset | null,
  limit: number,
): Promise<readonly QuarantinedEffect[]> {
  const listed = await store.aggregates.range(quarantineList, after, limit);
  const docs = await store.aggregates.loadMany(listed.map(({ id }) => id));
  return docs.flatMap((doc) =>
    doc.effects
      .filter(({ quarantined }) => quarantined)
      .map((effect) => ({ aggregateId: doc._id, kind: doc.kind, effect, sort: doc.index.sort })),
  );
}

/** How many documents have work set aside, counted no further than 1,000. */
export async function countQuarantined(store: Pick<Store, 'aggregates'>): Promise<number> {
  return (await store.aggregates.range(quarantineList, null, 1_000)).length;
}
