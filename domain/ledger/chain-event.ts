import { chainHash } from '../hash/chain-hash.ts';
import type { ChainedEvent, Sealed, StreamEvent } from '../stream/event.ts';

/** The event with its chain hash: SHA-256 over JCS of `{event, previous}`, `previous` being '' for a stream's first. */
export function chainEvent(event: StreamEvent, previous: string, sealed: Sealed = {}): ChainedEvent {
  return { event, hash: chainHash(event, previous), sealed };
}

/** Chains events of one stream in order, on from `previous`. */
export function chainEvents(events: readonly StreamEvent[], previous = ''): ChainedEvent[] {
  let head = previous;
  return events.map((event) => {
    const chained = chainEvent(event, head);
    head = chained.hash;
    return chained;
  });
}

/** The first place at which a stream's events do not form one chain. */
export interface ChainBreak {
  /** Index in what was handed in. */
  readonly index: number;
  readonly seq: number;
  readonly problem: 'stream' | 'seq' | 'time' | 'hash';
}

/** The end of the part of a stream that is known already. */
export interface ChainStart {
  readonly seq: number;
  readonly hash: string;
}

/** Checks one stream's events in order: same stream, numbered without gap, time never back, hashes chained. */
export function verifyChain(
  events: readonly Pick<ChainedEvent, 'event' | 'hash'>[],
  start: ChainStart = { seq: 0, hash: '' },
): ChainBreak | undefined {
  let { seq, hash } = start;
  let at = Number.NEGATIVE_INFINITY;
  for (const [index, row] of events.entries()) {
    const problem = linkProblem(row, { seq, hash, at, stream: events[0]?.event.stream ?? '' });
    if (problem !== undefined) return { index, seq: row.event.seq, problem };
    ({ seq, at } = row.event);
    hash = row.hash;
  }
  return undefined;
}

function linkProblem(
  row: Pick<ChainedEvent, 'event' | 'hash'>,
  before: { seq: number; hash: string; at: number; stream: string },
): ChainBreak['problem'] | undefined {
  if (row.event.stream !== before.stream) return 'stream';
  if (row.event.seq !== before.seq + 1) return 'seq';
  if (row.event.at < before.at) return 'time';
  return chainHash(row.event, before.hash) === row.hash ? undefined : 'hash';
}
