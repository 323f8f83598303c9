import { Fault } from '../../../domain/error/fault.ts';
import { NameTaken } from '../../ports/aggregates.ts';
import type { Store } from '../../ports/store.ts';
import { projectWork } from '../lists/project-work.ts';
import { recountMetrics } from '../metrics/follow-metrics.ts';
import { currentFormat, inCurrentForm, mayBeEarlier } from './current-form.ts';

const formatRecord = 'store-format';
const page = 500;

/**
 * Brings what an earlier Signalbox wrote into the form of this one, once, and notes the form; answers how many documents changed.
 * Safe to repeat and to run twice at once; processes of the earlier one must have stopped.
 * @throws Fault STORE_NEWER when a later Signalbox has written here.
 */
export async function bringToFormat(store: Store): Promise<number> {
  const noted = await store.records.get('cursor', formatRecord);
  const format = noted === undefined ? 1 : Number(noted.data['format']);
  if (format > currentFormat) {
    throw new Fault(
      'STORE_NEWER',
      `A later Signalbox has written to this store (format ${format}, this one knows ${currentFormat}). Start that one, or restore a backup from before into an empty store.`,
      { retryable: false },
    );
  }
  if (format === currentFormat) return 0;
  const changed = await rewriteAll(store);
  await listWorkAnew(store);
  // Form 4 counts what was handed on, and how long requests take, by what events have said all along.
  if ((await store.log.end()) > 0) await recountMetrics(store);
  if (noted === undefined) await noteFormat(store);
  else await store.records.replace('cursor', { ...noted, data: { format: currentFormat } });
  return changed;
}

/** Says that everything in a store without a note stands in the form of today. */
export async function noteFormat({ records }: Pick<Store, 'records'>): Promise<void> {
  const data = { format: currentFormat };
  await records.insert('cursor', { _id: formatRecord, _v: 1, lists: [], sort: '', expiresAt: null, data });
}

/** Form 3 lists open work by when it is due as well; form 4 lists a signature by its own deadline. */
async function listWorkAnew(store: Pick<Store, 'aggregates' | 'work'>): Promise<void> {
  for (let after: string | null = null; ; ) {
    const ids: string[] = await store.aggregates.ids(after, page);
    for (const doc of await store.aggregates.loadMany(ids)) await projectWork(store, doc);
    if (ids.length < page) return;
    after = ids.at(-1) ?? null;
  }
}

async function rewriteAll({ aggregates }: Pick<Store, 'aggregates'>): Promise<number> {
  let changed = 0;
  for (let after: string | null = null; ; ) {
    const ids: string[] = await aggregates.ids(after, page);
    const done = await Promise.all(ids.filter(mayBeEarlier).map((id) => rewriteOne({ aggregates }, id)));
    changed += done.filter(Boolean).length;
    if (ids.length < page) return changed;
    after = ids.at(-1) ?? null;
  }
}

async function rewriteOne({ aggregates }: Pick<Store, 'aggregates'>, id: string): Promise<boolean> {
  for (;;) {
    const doc = await aggregates.load(id);
    if (doc === undefined) return false;
    const next = inCurrentForm(doc);
    if (next === doc) return false;
    try {
      if (await aggregates.replace(next)) return true;
    } catch (error) {
      // Two have had the same address since before the store kept them apart: the first keeps the name, nothing else is wrong.
      if (error instanceof NameTaken) return false;
      throw error;
    }
  }
}
