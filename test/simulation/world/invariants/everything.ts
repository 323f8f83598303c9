import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import type { ChainedEvent } from '../../../../domain/stream/event.ts';
import type { LoadState } from '../../../../domain/stream/load/load-stream.ts';
import type { PersonState } from '../../../../domain/stream/person/person-state.ts';
import type { PoolState } from '../../../../domain/stream/pool/pool-stream.ts';
import type { LogRow } from '../../../../server/ports/log.ts';
import type { Store } from '../../../../server/ports/store.ts';

/** What a store holds, read once: every document, every row of the log, every stream's events in order. */
export interface Everything {
  readonly store: Store;
  readonly docs: readonly Aggregate[];
  readonly rows: readonly LogRow[];
  /** Stream → its events by the log, then those of the tail the log lacks. */
  readonly events: ReadonlyMap<string, readonly ChainedEvent[]>;
  readonly cases: readonly Aggregate<CaseState>[];
  readonly pools: readonly Aggregate<PoolState>[];
  readonly loads: readonly Aggregate<LoadState>[];
  readonly people: readonly Aggregate<PersonState>[];
}

const page = 1_000;

/** Reads a store that nobody writes. */
export async function readEverything(store: Store): Promise<Everything> {
  const docs: Aggregate[] = [];
  for (let after: string | null = null; ; ) {
    const ids: string[] = await store.aggregates.ids(after, page);
    docs.push(...(await store.aggregates.loadMany(ids)));
    after = ids.at(-1) ?? after;
    if (ids.length < page) break;
  }
  const rows: LogRow[] = [];
  for (;;) {
    const more = await store.log.read(rows.at(-1)?.position ?? 0, page);
    rows.push(...more);
    if (more.length < page) break;
  }
  const of = <S>(kind: string) => docs.filter((doc): doc is Aggregate<S> => doc.kind === kind);
  return {
    store,
    docs,
    rows,
    events: eventsOf(docs, rows),
    cases: of<CaseState>('case'),
    pools: of<PoolState>('pool'),
    loads: of<LoadState>('load'),
    people: of<PersonState>('person'),
  };
}

function eventsOf(docs: readonly Aggregate[], rows: readonly LogRow[]): Map<string, ChainedEvent[]> {
  const events = new Map<string, ChainedEvent[]>();
  for (const row of rows) {
    const known = events.get(row.event.stream);
    if (known === undefined) events.set(row.event.stream, [row]);
    else known.push(row);
  }
  for (const { _id, tail } of docs) {
    const known = events.get(_id) ?? [];
    const last = known.at(-1)?.event.seq ?? 0;
    events.set(_id, [...known, ...tail.filter(({ event }) => event.seq > last)]);
  }
  return events;
}
