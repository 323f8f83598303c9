import type { Aggregate } from './aggregate.ts';
import type { ChainedEvent } from './event.ts';
import { nextDueAt } from './next-due-at.ts';

/** How many events a tail keeps once they are in the log. */
export const tailLimit = 50;
/** Bytes of JSON text a tail of logged events is trimmed to, so that a document stays small. */
const tailBytes = 16_384;

const encoder = new TextEncoder();
/** Events never change, and every mark asks for all of the tail again. */
const sizes = new WeakMap<ChainedEvent, number>();

function sizeOf(entry: ChainedEvent): number {
  const size = sizes.get(entry) ?? encoder.encode(JSON.stringify(entry)).length;
  sizes.set(entry, size);
  return size;
}

/**
 * The document once every event up to `logged` stands in the log; logged events beyond the tail's limits are dropped.
 * The last event stays whatever its size: the time of the next one is never before it.
 */
export function markLogged<S>(doc: Aggregate<S>, logged: number): Aggregate<S> {
  if (logged <= doc.logged) return doc;
  let bytes = 0;
  let keep = 0;
  const tail = doc.tail;
  for (let i = tail.length - 1; i >= 0; i -= 1) {
    const entry = tail[i];
    if (entry === undefined) break;
    bytes += sizeOf(entry);
    if (keep > 0 && entry.event.seq <= logged && (keep >= tailLimit || bytes > tailBytes)) break;
    keep += 1;
  }
  const next = { ...doc, logged, tail: keep === tail.length ? tail : tail.slice(tail.length - keep) };
  return { ...next, nextDueAt: nextDueAt(next) };
}
