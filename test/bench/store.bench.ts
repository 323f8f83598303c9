import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { Store } from '../../server/ports/store.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { makeAggregate } from '../support/make-aggregate.ts';
import { makeEvent } from '../support/make-log-row.ts';

const submissions = 3_000;
const inFlight = 16;
const pools = 3;

/** What the store alone costs a submission: writes a second and CPU for each, 16 in flight. */
export async function run(): Promise<
  { readonly name: string; readonly value: number; readonly unit: string }[]
> {
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-bench-'));
  const store = await openEmbeddedStore({ directory });
  try {
    for (let i = 0; i < pools; i++) {
      const tail = Array.from({ length: 50 }, (_, seq) => makeEvent(`pool-${i}`, seq + 1));
      await store.aggregates.insert(makeAggregate(`pool-${i}`, { kind: 'pool', tail }));
    }
    await measure(store, 300, 'warm');
    const { seconds, cpuMs } = await measure(store, submissions, 'case');
    return [
      { name: 'store: submissions written', value: submissions / seconds, unit: '/s' },
      { name: 'store: CPU of one submission', value: cpuMs / submissions, unit: 'ms' },
    ];
  } finally {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure(store: Store, count: number, prefix: string) {
  let next = 0;
  const seated: string[] = [];
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const client = async () => {
    while (next < count) {
      const id = `${prefix}-${next++}`;
      await submission(store, id);
      seated.push(id);
    }
  };
  await Promise.all([...Array.from({ length: inFlight }, client), sequence(store, seated, count)]);
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - begun) / 1_000, cpuMs: (user + system) / 1_000 };
}

/** The writes of the protocol from submission to seat, log included: eight documents and their index entries. */
async function submission(store: Store, id: string): Promise<void> {
  await store.counters.next('number:bench');
  await store.aggregates.insert(caseDocument(id, 1));
  const record = Buffer.from(
    JSON.stringify({ id, trace: Array.from({ length: 20 }, (_, i) => `rule ${i}`) }),
  );
  await change(store, id, (doc) => ({ ...doc, effects: [] }));
  await store.blobs.put(createHash('sha256').update(record).digest('hex'), record);
  await change(store, `pool-${Number(id.split('-')[1]) % pools}`, (doc) => ({
    ...doc,
    state: { picks: [id] },
  }));
  await change(store, id, (doc) => ({ ...caseDocument(id, 2), _v: doc._v }));
  await store.work.project(id, 2, [
    {
      _id: `${id}|handle|person:p`,
      caseId: id,
      task: 'handle',
      token: 'person:p',
      list: 'handle:person:p',
      sort: id,
      priority: 3,
      dueAt: null,
    },
  ]);
}

/** Logs both events of every case seated so far, in batches, until all are done. */
async function sequence(store: Store, seated: string[], count: number): Promise<void> {
  let end = await store.log.end();
  for (let done = 0; done < count; ) {
    const batch = seated.splice(0, 100);
    const rows = batch.flatMap((id) => [makeEvent(id, 1), makeEvent(id, 2)]);
    await store.log.append(
      rows.map((row, i) => ({ ...row, position: end + i + 1, lists: ['all', 'type:bench'] })),
    );
    await Promise.all(
      batch.map((id) => change(store, id, (doc) => ({ ...doc, logged: 2, nextDueAt: null }))),
    );
    end += rows.length;
    done += batch.length;
    if (batch.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function change(store: Store, id: string, step: (doc: Aggregate) => Aggregate): Promise<void> {
  for (;;) {
    const doc = await store.aggregates.load(id);
    if (!doc) throw new Error(`${id} is not there`);
    if (await store.aggregates.replace(step(doc))) return;
  }
}

function caseDocument(id: string, events: number): Aggregate {
  const readers = ['person:p', 'team:frontline', 'role:auditor', 'role:admin', 'team:security'];
  return makeAggregate(id, {
    seq: events,
    nextDueAt: 1_700_000_000_000,
    tail: Array.from({ length: events }, (_, i) => makeEvent(id, i + 1)),
    index: {
      readers,
      lists: [...readers, ...readers.map((token) => `${token}:open`), 'case', 'type:bench'],
      terms: ['acme', 'vendor', 'germany', 'refund', id],
      sort: `2024-01-01T00:00:00.000Z|${id}`,
    },
    state: { values: { vendor: 'Acme', country: 'DE', spend: 12_000, systems: ['crm', 'erp'] }, owner: null },
  });
}
