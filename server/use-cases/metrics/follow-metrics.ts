import { randomUUID } from 'node:crypto';
import { type CaseMemory, type Count, emptyMemory, measure } from '../../../domain/analysis/case-measures.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LogRow } from '../../ports/log.ts';
import type { StoredRecord } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import { keepCursor } from '../upkeep/keep-cursor.ts';

/** What counting stands on. */
export interface MetricsReaderDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** Names this process in the lease. */
  readonly holder: string;
}

const cursorId = 'metrics';
const page = 1_000;
const leaseMs = 10_000;

/**
 * Follows the log and keeps the counts that dashboards are made of: per day and type, and of open cases per state. Every bucket remembers
 * up to which position it has counted, and ignores what it has; what is remembered of a case is written after the buckets, so that a crash
 * anywhere leads to the same counts. One process at a time by lease, and never wrong with two. `follow` answers whether there is more.
 */
export function createMetricsReader(deps: MetricsReaderDeps): { follow(): Promise<boolean> } {
  const { store, clock, holder } = deps;
  return {
    async follow() {
      const alone =
        store.engine === 'embedded' || (await store.leases.hold('metrics', holder, clock.now(), leaseMs));
      return alone && followPage(store);
    },
  };
}

/** Up to where one count has come, and the name its buckets and memories stand under. */
export interface MetricsCount {
  readonly run: string;
  readonly position: number;
}

/** The count that dashboards read; before the first event is counted, one of nothing. */
export async function metricsCount(store: Pick<Store, 'records'>): Promise<MetricsCount> {
  return countIn(await store.records.get('cursor', cursorId));
}

/**
 * Counts every event from the first under a name of its own, puts that count in the place of the one there was, and throws the old one away.
 * Dashboards show the old count until then, and whoever goes on counting it meanwhile does no harm.
 */
export async function recountMetrics(store: Store): Promise<void> {
  let count: MetricsCount = { run: randomUUID(), position: 0 };
  for (;;) {
    const before = await store.records.get('cursor', cursorId);
    for (let more = true; more; ) ({ count, more } = await countPage(store, count));
    // Somebody counted on in between: their events are counted here too before the place is taken.
    if (!(await keepCount(store, before, count))) continue;
    await forget(store, countIn(before).run);
    return;
  }
}

const countIn = (cursor: StoredRecord | undefined): MetricsCount => ({
  run: String(cursor?.data['run'] ?? 'first'),
  position: Number(cursor?.data['position'] ?? 0),
});

/** Throws the buckets and memories of a count away. */
async function forget({ records }: Store, run: string): Promise<void> {
  for (;;) {
    const ids = await records.ids('bucket', `${run}|`, page);
    const own = ids.filter((id) => id.startsWith(`${run}|`));
    if (own.length === 0) return;
    await Promise.all(own.map((id) => records.delete('bucket', id)));
  }
}

function keepCount(store: Store, before: StoredRecord | undefined, count: MetricsCount): Promise<boolean> {
  return keepCursor(store.records, cursorId, before, { run: count.run, position: count.position });
}

async function followPage(store: Store): Promise<boolean> {
  const cursor = await store.records.get('cursor', cursorId);
  const begun = countIn(cursor);
  const { count, more } = await countPage(store, begun);
  if (count.position === begun.position) return more;
  return !(await keepCount(store, cursor, count)) || more;
}

/** The count a page of the log further on; `more` says whether there may be another page. */
async function countPage(
  store: Store,
  count: MetricsCount,
): Promise<{ readonly count: MetricsCount; readonly more: boolean }> {
  const rows = await store.log.read(count.position, page);
  const last = rows.at(-1);
  if (last === undefined) return { count, more: false };
  const counted = await measured(store, count.run, rows);
  const upto = { run: count.run, position: last.position };
  // Somebody else counted meanwhile: what they have not is found by beginning anew.
  if (!(await keepBuckets(store, counted.counts, upto))) return { count, more: true };
  if (!(await keepMemories(store, counted.memories, upto))) return { count, more: true };
  return { count: upto, more: rows.length === page };
}

interface Placed extends Count {
  readonly position: number;
}

interface Remembered {
  readonly record: StoredRecord | undefined;
  readonly memory: CaseMemory;
  readonly upto: number;
}

async function measured(
  store: Store,
  run: string,
  rows: readonly LogRow[],
): Promise<{ counts: readonly Placed[]; memories: ReadonlyMap<string, Remembered> }> {
  const cases = rows.filter(({ event }) => !event.stream.includes(':'));
  const memories = new Map<string, Remembered>();
  await Promise.all(
    [...new Set(cases.map(({ event }) => event.stream))].map(async (id) => {
      const record = await store.records.get('bucket', memoryId(run, id));
      const { upto = 0, memory = emptyMemory } = (record?.data ?? {}) as {
        upto?: number;
        memory?: CaseMemory;
      };
      memories.set(id, { record, memory, upto });
    }),
  );
  const counts: Placed[] = [];
  for (const { event, position } of cases) {
    const known = memories.get(event.stream);
    if (known === undefined || position <= known.upto) continue;
    const next = measure(known.memory, event);
    memories.set(event.stream, { ...known, memory: next.memory });
    for (const count of next.counts) counts.push({ ...count, position });
  }
  return { counts, memories };
}

const memoryId = (run: string, caseId: string): string => `${run}|case|${caseId}`;

/** False when somebody else was faster at one of them. */
async function keepBuckets(
  store: Store,
  counts: readonly Placed[],
  { run, position: upto }: MetricsCount,
): Promise<boolean> {
  const byBucket = new Map<string, Placed[]>();
  for (const count of counts) byBucket.set(count.bucket, [...(byBucket.get(count.bucket) ?? []), count]);
  const kept = await Promise.all(
    [...byBucket].map(async ([bucket, own]) => {
      const id = `${run}|${bucket}`;
      const record = await store.records.get('bucket', id);
      const before = Number(record?.data['upto'] ?? 0);
      const fresh = own.filter(({ position }) => position > before);
      if (fresh.length === 0) return true;
      const sums: Record<string, number> = {
        ...((record?.data['counts'] ?? {}) as Record<string, number>),
      };
      for (const { field, add } of fresh) sums[field] = (sums[field] ?? 0) + add;
      const [kind = ''] = bucket.split('|');
      const next: StoredRecord = {
        _id: id,
        _v: record?._v ?? 1,
        lists: [`${run}|${kind}`],
        sort: bucket,
        expiresAt: null,
        data: { upto, counts: sums },
      };
      return record === undefined
        ? store.records.insert('bucket', next)
        : store.records.replace('bucket', next);
    }),
  );
  return kept.every(Boolean);
}

async function keepMemories(
  store: Store,
  memories: ReadonlyMap<string, Remembered>,
  { run, position: upto }: MetricsCount,
): Promise<boolean> {
  const kept = await Promise.all(
    [...memories].map(([id, { record, memory }]) => {
      const next: StoredRecord = {
        _id: memoryId(run, id),
        _v: record?._v ?? 1,
        lists: [],
        sort: '',
        expiresAt: null,
        data: { upto, memory },
      };
      return record === undefined
        ? store.records.insert('bucket', next)
        : store.records.replace('bucket', next);
    }),
  );
  return kept.every(Boolean);
}
