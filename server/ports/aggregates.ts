import type { Aggregate } from '../../domain/stream/aggregate.ts';

/**
 * When a write is answered: once it is on disk, or as soon as it is decided. Decided writes reach the disk in the order they were
 * decided, whole turns at a time, so a crash loses the last of them and never one from the middle; `Store.flushed` waits for the disk.
 * Whoever reads afterwards, by id or by list, sees them.
 */
export type Answered = 'on disk' | 'decided';

/** The unique name of a document is another one's; nothing was written. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken';
}

/** Where a keyset page goes on: behind this sort key and id; an empty id stands before every id of its sort key. */
export interface Keyset {
  readonly sort: string;
  readonly id: string;
}

/** What is known of one document standing in a list. */
export interface Listed {
  readonly id: string;
  readonly sort: string;
}

/**
 * Aggregates: documents under compare-and-set. A write that was acknowledged is on disk, unless `answered` asks for less.
 * Every method may throw `Fault` (retryable); after one, whether the write happened is unknown.
 * Documents given and answered may be frozen and shared: change a copy, never the document itself.
 * `undefined` anywhere in a document or an argument is refused with an Error before anything is written.
 */
export interface AggregateStore {
  load<S>(id: string): Promise<Aggregate<S> | undefined>;
  /** In the order of `ids`; what does not exist is left out. */
  loadMany<S>(ids: readonly string[]): Promise<Aggregate<S>[]>;
  /** Stores a new document as given (`_v` is 1); false when the id is taken. @throws NameTaken. */
  insert<S>(doc: Aggregate<S>, answered?: Answered): Promise<boolean>;
  /**
   * Stores a document as given, `_v` and all; false when the id is taken. For restoring a backup, where `_v` must not begin anew.
   * A unique name that is another's stays with that one.
   */
  reinstate<S>(doc: Aggregate<S>): Promise<boolean>;
  /** Stores `doc` with `_v + 1` where `_id` and `_v` are as given; false when somebody else was faster. @throws NameTaken. */
  replace<S>(doc: Aggregate<S>, answered?: Answered): Promise<boolean>;
  /** One range of one list in ascending `(sort, _id)`, strictly behind `after`; reads at most `limit` + ties keys. */
  range(list: string, after: Keyset | null, limit: number): Promise<Listed[]>;
  /** The same list from its end: in descending `(sort, _id)`, strictly before `before`. */
  rangeBack(list: string, before: Keyset | null, limit: number): Promise<Listed[]>;
  /** Ids of aggregates with `nextDueAt <= now`, earliest first. */
  due(now: number, limit: number): Promise<{ readonly id: string; readonly nextDueAt: number }[]>;
  /** How many documents carry this term (`prefix`: any term that starts with it), counted no further than `cap`. */
  countTerm(term: string, prefix: boolean, cap: number): Promise<number>;
  /** Ids carrying the term, at most `cap`. */
  byTerm(term: string, prefix: boolean, cap: number): Promise<string[]>;
  /** Every id of the store in ascending order behind `after`, for rebuild and backup. */
  ids(after: string | null, limit: number): Promise<string[]>;
}
