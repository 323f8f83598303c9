import type { Database } from 'lmdb';

/** The writes of one or more whole event turns: they reach the disk together or not at all. */
export interface Turn {
  readonly flushed: Promise<void>;
  /** Called once the turn is on disk. */
  readonly settled: (() => void)[];
}

/** Takes writes and tells which turn they belong to; a removal is a write of `undefined`. */
export interface Turns {
  write<V>(db: Database<V, string>, key: string, value: V | undefined): Turn;
  /** Resolves when everything written so far is on disk. */
  flushed(): Promise<void>;
}
