import { type CaseMemory, type Count, emptyMemory, measure } from '../../../domain/analysis/case-measures.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LogRow } from '../../ports/log.ts';
import type { StoredRecord } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';

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
      return alone && countPage(store);
    },
  };
}

/** Throws every count away, so that the next `follow` begins at the first event. */
export async function clearMetrics(store: Pick<Store, 'records'>): Promise<void> {
  await store.records.delete('cursor', cursorId);
  await store.records.clear('bucket');
}

async function countPage(store: Store): Promise<boolean> {
  const cursor = await store.records.get('cursor', cursorId);
  const after = Number(cursor?.data['position'] ?? 0);
  const rows = await store.log.read(after, page);
  const last = rows.at(-1);
  if (last === undefined) return false;
  const counted = await measured(store, rows);
  // Somebody else counted meanwhile: what they have not is found by beginning anew.
  if (!(await keepBuckets(store, counted.counts, last.position))) return true;
  if (!(await keepMemories(store, counted.memories, last.position))) return true;
  const data = { position: last.position };
  const record = { _id: cursorId, _v: cursor?._v ?? 1, lists: [], sort: '', expiresAt: null, data };
  await (cursor === undefined
    ? store.records.insert('cursor', record)
    : store.records.replace('cursor', record));
  return rows.length === page;
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
  rows: readonly LogRow[],
): Promise<{ counts: readonly Placed[]; memories: ReadonlyMap<string, Remembered> }> {
  const cases = rows.filter(({ event }) => !event.stream.includes(':'));
  const memories = new Map<string, Remembered>();
  await Promise.all(
    [...new Set(cases.map(({ event }) => event.stream))].map(async (id) => {
      const record = await store.records.get('bucket', memoryId(id));
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

const memoryId = (caseId: string): string => `case|${caseId}`;

/** False when somebody else was faster at one of them. */
async function keepBuckets(store: Store, counts: readonly Placed[], upto: number): Promise<boolean> {
  const byBucket = new Map<string, Placed[]>();
  for (const count of counts) byBucket.set(count.bucket, [...(byBucket.get(count.bucket) ?? []), count]);
  const kept = await Promise.all(
    [...byBucket].map(async ([id, own]) => {
      const record = await store.records.get('bucket', id);
      const before = Number(record?.data['upto'] ?? 0);
      const fresh = own.filter(({ position }) => position > before);
      if (fresh.length === 0) return true;
      const sums: Record<string, number> = {
        ...((record?.data['counts'] ?? {}) as Record<string, number>),
      };
      for (const { field, add } of fresh) sums[field] = (sums[field] ?? 0) + add;
      const [kind = ''] = id.split('|');
      const next: StoredRecord = {
        _id: id,
        _v: record?._v ?? 1,
        lists: [kind],
        sort: id,
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
  upto: number,
): Promise<boolean> {
  const kept = await Promise.all(
    [...memories].map(([id, { record, memory }]) => {
      const next: StoredRecord = {
        _id: memoryId(id),
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
