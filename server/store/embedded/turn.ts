/** The writes of one event turn: they reach the disk together or not at all. */
export interface Turn {
  readonly flushed: Promise<void>;
  /** Called once the turn is on disk. */
  readonly settled: (() => void)[];
}

/** What LMDB answers to a write: it resolves when committed, and `flushed` when on disk. */
export interface Write extends Promise<boolean> {
  readonly flushed?: Promise<unknown>;
}

/** Tells which turn a write just made belongs to. */
export interface Turns {
  turnOf(write: Write): Turn;
  /** Resolves when everything written so far is on disk. */
  flushed(): Promise<void>;
}
