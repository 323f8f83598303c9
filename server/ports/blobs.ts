import type { Answered } from './aggregates.ts';

/** Write-once bytes by their SHA-256 (hex). An acknowledged write is on disk. */
export interface BlobStore {
  /** Stores the bytes under their hash, or renews the grace of what is there; `hash` must be theirs. */
  put(hash: string, bytes: Uint8Array, answered?: Answered): Promise<void>;
  get(hash: string): Promise<Uint8Array | undefined>;
  /** Streams in chunks without holding the whole; undefined when absent. */
  open(hash: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Whether it exists; renews its grace of 24 h against the sweep. */
  renew(hash: string): Promise<boolean>;
  /** Hashes last renewed before `before`, for the sweep by mark, in ascending order behind `after`. */
  stale(before: number, after: string | null, limit: number): Promise<string[]>;
  /** Deletes what was not renewed at or after `before`; false when it was, or is not there. */
  delete(hash: string, before: number): Promise<boolean>;
}
