import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { AggregateStore, Keyset, Listed } from '../../ports/aggregates.ts';

/** What reading the directory needs of the store. */
export type ListStore = Pick<AggregateStore, 'range' | 'loadMany'>;

const pageSize = 500;

/** Every id of a list, page by page. */
export async function* pagesOf(store: ListStore, list: string): AsyncGenerator<readonly string[]> {
  let after: Keyset | null = null;
  for (;;) {
    const page: Listed[] = await store.range(list, after, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map(({ id }) => id);
    if (page.length < pageSize) return;
    after = { sort: last.sort, id: last.id };
  }
}

/** Every document of a list, in its order. */
export async function loadList<S>(store: ListStore, list: string): Promise<Aggregate<S>[]> {
  const docs: Aggregate<S>[] = [];
  for await (const ids of pagesOf(store, list)) docs.push(...(await store.loadMany<S>(ids)));
  return docs;
}
