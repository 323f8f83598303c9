import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ChainedEvent, OpenedEvent, StreamKind } from '../../../domain/stream/event.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { StreamSpec } from '../../../domain/stream/stream-spec.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { Store } from '../../ports/store.ts';

/** One page of documents, and where the next begins; null at the end. */
export interface ObjectPage<S> {
  readonly items: readonly Aggregate<S>[];
  readonly next: Keyset | null;
}

/** A directory object. @throws DomainError NOT_FOUND. */
export async function getObject<S>(store: Store, kind: StreamKind, id: string): Promise<Aggregate<S>> {
  const found = await store.aggregates.load<S>(streamId(kind, id));
  if (found === undefined)
    throw new DomainError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
  return found;
}

/** One page of a list, such as `person`, `person|active`, `team-of:ana` or `role:approver`. */
export async function listObjects<S>(
  store: Store,
  list: string,
  after: Keyset | null,
  limit: number,
): Promise<ObjectPage<S>> {
  const listed = await store.aggregates.range(list, after, limit);
  const last = listed.at(-1);
  return {
    items: await store.aggregates.loadMany<S>(listed.map(({ id }) => id)),
    next: last !== undefined && listed.length === limit ? { sort: last.sort, id: last.id } : null,
  };
}

/** An event with its sealed values opened; what was erased is absent. */
export function opened({ event, sealed }: ChainedEvent): OpenedEvent {
  const { kind, at, seq, actor, data } = event;
  const human = Object.fromEntries(Object.entries(sealed).map(([name, { value }]) => [name, value]));
  return { kind, at, seq, actor, data, human };
}

/**
 * Events of a stream behind `afterSeq` in their order, those that wait for the log among them; fewer than `limit` only at the end.
 * @throws DomainError NOT_FOUND.
 */
export async function historyOf(
  store: Store,
  stream: string,
  afterSeq: number,
  limit: number,
): Promise<OpenedEvent[]> {
  const doc = await store.aggregates.load(stream);
  if (doc === undefined)
    throw new DomainError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
  const logged = await store.log.stream(stream, afterSeq, limit);
  const last = logged.at(-1)?.event.seq ?? afterSeq;
  const waiting = doc.tail.filter(({ event }) => event.seq > last).slice(0, limit - logged.length);
  return [...logged, ...waiting].map(opened);
}

const pageSize = 200;

/** Every event of a stream in its order, read page by page as far as somebody asks. @throws DomainError NOT_FOUND. */
export async function* wholeHistory(store: Store, stream: string): AsyncGenerator<OpenedEvent> {
  for (let after = 0; ; ) {
    const events = await historyOf(store, stream, after, pageSize);
    yield* events;
    const last = events.at(-1);
    if (last === undefined || events.length < pageSize) return;
    after = last.seq;
  }
}

/** Events that people's `rev` does not count. */
const uncounted: ReadonlySet<string> = new Set(['pick-returned', 'replayed']);

/**
 * The object as it was at a rev, for explaining a decision that used it; slots and picks, which no event records, are not in it.
 * @throws DomainError NOT_FOUND when it never had this rev.
 */
export async function stateAtRev<S>(store: Store, spec: StreamSpec<S>, id: string, rev: number): Promise<S> {
  let state = spec.initial;
  if (rev === 0) return state;
  let counted = 0;
  for await (const event of wholeHistory(store, streamId(spec.kind, id))) {
    state = spec.evolve(state, event);
    if (!uncounted.has(event.kind)) counted += 1;
    if (counted === rev) return state;
  }
  throw new DomainError('NOT_FOUND', `It never had revision ${rev}.`);
}
