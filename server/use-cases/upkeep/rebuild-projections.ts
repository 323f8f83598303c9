import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Store } from '../../ports/store.ts';

/** Something built from documents or the log alone, which can be thrown away and built again. */
export interface Projection {
  readonly name: string;
  /** Brings it up to the document; safe to repeat. */
  project(doc: Aggregate): Promise<void>;
  /** Throws all of it away. Absent where it holds more than can be built again. */
  clear?(): Promise<void>;
  /** Builds what follows from the log rather than from documents anew, and puts it in the place of what there is. */
  refill?(): Promise<void>;
}

const page = 200;

/** Clears what can be built again and builds it from every document and the log; answers how many documents there were. */
export async function rebuildProjections(
  store: Pick<Store, 'aggregates'>,
  projections: readonly Projection[],
): Promise<number> {
  for (const { clear } of projections) await clear?.();
  const clearable = projections.filter(({ clear }) => clear !== undefined);
  let count = 0;
  for (let after: string | null = null; ; ) {
    const ids: string[] = await store.aggregates.ids(after, page);
    const docs = await store.aggregates.loadMany(ids);
    for (const { project } of clearable) await Promise.all(docs.map(project));
    count += docs.length;
    after = ids.at(-1) ?? null;
    if (after === null || ids.length < page) break;
  }
  for (const { refill } of projections) await refill?.();
  return count;
}
