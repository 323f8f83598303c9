import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Store } from '../../ports/store.ts';

/** What people call the things that owe work: a case by its number, everything else by its title or name. */
export async function namesOfOwners(
  { aggregates }: Pick<Store, 'aggregates'>,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const docs = await aggregates.loadMany<Readonly<Record<string, unknown>>>([...new Set(ids)]);
  return Object.fromEntries(docs.map((doc) => [doc._id, nameOf(doc)]));
}

function nameOf({ _id, state }: Aggregate<Readonly<Record<string, unknown>>>): string {
  const { number, title, name } = state;
  return [number, title, name].find((text) => typeof text === 'string' && text !== '')?.toString() ?? _id;
}
