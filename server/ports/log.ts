import type { ChainedEvent } from '../../domain/stream/event.ts';
import type { Answered } from './aggregates.ts';

/** One row of the one log. `position` is dense from 1; `lists` are the ranges it is found by (`logListsOf`). */
export interface LogRow extends ChainedEvent {
  readonly position: number;
  readonly lists: readonly string[];
}

/** The append-only log: unique by `position`, and by `(stream, seq)`. */
export interface LogStore {
  /** The last position; 0 when empty. `decided` counts rows that are not on disk yet. */
  end(answered?: Answered): Promise<number>;
  /**
   * Inserts rows in order and stops at the first duplicate of position or of `(stream, seq)`.
   * Answers how many it inserted; the caller tells a duplicate by a number below `rows.length`.
   */
  append(rows: readonly LogRow[], answered?: Answered): Promise<number>;
  /** Rows behind `after` in ascending position. */
  read(after: number, limit: number): Promise<LogRow[]>;
  /** Rows of one list in descending position, strictly below `before` (null: from the end). */
  page(list: string, before: number | null, limit: number): Promise<LogRow[]>;
  /** Events of one stream behind `afterSeq` in ascending seq. */
  stream(stream: string, afterSeq: number, limit: number): Promise<LogRow[]>;
  /** The rows one command wrote into a stream, in ascending seq. */
  command(stream: string, commandId: string): Promise<LogRow[]>;
  /** Removes the values behind the named seals of one row; the event and its hash stay. */
  erase(position: number, names: readonly string[]): Promise<void>;
}
