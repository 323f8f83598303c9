import type { Database } from 'lmdb';

/** The writes of one or more whole event turns: they reach the disk together or not at all. */
export interface Turn {
  readonly flushed: Promise<void>;
  /** Called once the turn is on disk. */
  readonly settled: (() => void)[];
}

/** Takes writes and tells which turn they belong to. */
export interface Turns {
  /** `value` is asked for when the turn is written, and not at all when a later write of the turn takes its place; a removal answers `undefined`. */
  write<V>(db: Database<V, string>, key: string, value: () => V | undefined): Turn;
  /** Resolves when everything written so far is on disk. */
  flushed(): Promise<void>;
}
