import type { Effect } from './effect.ts';
import type { ChainedEvent, StreamKind } from './event.ts';

/**
 * The one envelope of everything durable.
 * `_v` guards every write, effect bookkeeping included; `rev` is the version people and `If-Match` see.
 */
export interface Aggregate<S = unknown> {
  readonly _id: string;
  readonly _v: number;
  readonly kind: StreamKind;
  readonly rev: number;
  /** Sequence number and chain hash of the last event; 0 and '' before the first. */
  readonly seq: number;
  readonly head: string;
  /** Every event up to this one stands in the log. */
  readonly logged: number;
  /** Events not yet logged, and up to 50 logged ones, oldest first. */
  readonly tail: readonly ChainedEvent[];
  readonly effects: readonly Effect[];
  /** The earliest moment something is owed (an effect, or the log); null when nothing is. Recomputed in every write. */
  readonly nextDueAt: number | null;
  /** Scalars and token lists derived from the state, which the stores index. Recomputed in every write. */
  readonly index: AggregateIndex;
  readonly state: S;
}

/** Derived, indexable values. Every list a person pages is a range over `(one entry of lists, sort, _id)`. */
export interface AggregateIndex {
  /** Tokens that may read it (`person:…`, `team:…`, `role:…`), at most 64; cases only. */
  readonly readers?: readonly string[];
  /** The lists it stands in: its kind, its readers' tokens, facets of those, exact look-ups such as `email:a@b.c`. */
  readonly lists: readonly string[];
  /** A name that no other document may have at the same time, such as `email:a@b.c`; the store sees to it. */
  readonly unique?: string;
  /** Search terms, at most 40; cases only. */
  readonly terms?: readonly string[];
  /** The sort key of every list it stands in: text that sorts by code unit. */
  readonly sort: string;
}
