import { assert } from '../../../domain/error/assert.ts';
import { logListsOf } from '../../../domain/ledger/log-lists.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ChainedEvent } from '../../../domain/stream/event.ts';
import { markLogged } from '../../../domain/stream/mark-logged.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';

/** A stream whose log holds another event than the stream itself at the same place: somebody changed history. */
export interface Fork {
  readonly stream: string;
  readonly seq: number;
  readonly logged: string;
  readonly own: string;
}

const maxTries = 100;

/**
 * Brings what these aggregates have not logged yet into the log (protocol 13) and then marks it on them (14).
 * Safe to run anywhere at any time, by several at once: a duplicate position or (stream, seq) makes it build the batch again.
 * `project` runs on each document before it is marked, so that the debt to the log guarantees the projection.
 * Answers the forks it met; a forked stream is left as it is.
 */
export async function sequence(
  store: Store,
  ids: readonly string[],
  project: (doc: Aggregate) => Promise<void> = async () => undefined,
): Promise<readonly Fork[]> {
  const docs = (await store.aggregates.loadMany([...new Set(ids)])).filter((doc) => doc.logged < doc.seq);
  if (docs.length === 0) return [];
  const forks = await appendAll(store, docs);
  const forked = new Set(forks.map((fork) => fork.stream));
  const sound = docs.filter((doc) => !forked.has(doc._id));
  await Promise.all(
    sound.map(async (doc) => {
      await project(doc);
      await markOne(store, doc._id, doc.seq);
    }),
  );
  return forks;
}

const waiting = (doc: Aggregate): readonly ChainedEvent[] =>
  doc.tail.filter((entry) => entry.event.seq > doc.logged);

async function appendAll(store: Store, docs: readonly Aggregate[]): Promise<Fork[]> {
  let entries = docs.flatMap(waiting);
  const forks: Fork[] = [];
  for (let attempt = 0; attempt < maxTries && entries.length > 0; attempt += 1) {
    const end = await store.log.end('decided');
    const rows: LogRow[] = entries.map((entry, i) => ({
      ...entry,
      position: end + 1 + i,
      lists: logListsOf(entry.event),
    }));
    if ((await store.log.append(rows, 'decided')) === rows.length) return forks;
    entries = await notYetLogged(store, entries, forks);
  }
  assert(entries.length === 0, 'a log batch is rebuilt until it goes in');
  return forks;
}

/** Protocol 13: what stands in the log with an equal hash is left out; another hash is a fork. */
async function notYetLogged(
  store: Store,
  entries: readonly ChainedEvent[],
  forks: Fork[],
): Promise<ChainedEvent[]> {
  const left: ChainedEvent[] = [];
  const forked = new Set(forks.map((fork) => fork.stream));
  for (const entry of entries) {
    const { stream, seq } = entry.event;
    const [row] = await store.log.stream(stream, seq - 1, 1);
    if (row === undefined || row.event.seq !== seq) {
      if (!forked.has(stream)) left.push(entry);
    } else if (row.hash !== entry.hash) {
      forked.add(stream);
      forks.push({ stream, seq, logged: row.hash, own: entry.hash });
    }
  }
  return left;
}

async function markOne(store: Store, id: string, seq: number): Promise<void> {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const doc = await store.aggregates.load(id);
    if (doc === undefined || doc.logged >= seq) return;
    if (await store.aggregates.replace(markLogged(doc, seq), 'decided')) return;
  }
}
