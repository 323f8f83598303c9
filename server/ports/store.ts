import type { AggregateStore } from './aggregates.ts';
import type { BlobStore } from './blobs.ts';
import type { LogStore } from './log.ts';
import type { RecordStore } from './records.ts';
import type { WorkStore } from './work.ts';

/** Numbers that only go up; gaps allowed, never reused. */
export interface Counters {
  next(name: string): Promise<number>;
  /** Raises the counter to at least `value`, for restore. */
  raise(name: string, value: number): Promise<void>;
}

/** Leases for speed, never for safety. */
export interface Leases {
  /** Takes or prolongs the lease until `now + ms`; false while another holder's is valid. */
  hold(name: string, holder: string, now: number, ms: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}

/** Counts what reads cost: tests assert on it, never on time. */
export interface Visits {
  /** Keys visited (embedded) or examined (mongo: documents returned by the server) since `reset`. */
  readonly keys: number;
  reset(): void;
}

/** Everything durable, behind one of two engines. */
export interface Store {
  readonly engine: 'embedded' | 'mongo';
  readonly aggregates: AggregateStore;
  readonly log: LogStore;
  readonly blobs: BlobStore;
  readonly work: WorkStore;
  readonly records: RecordStore;
  readonly counters: Counters;
  readonly leases: Leases;
  readonly visits: Visits;
  /** Resolves when everything decided so far is on disk. */
  flushed(): Promise<void>;
  /** The store's own clock in epoch milliseconds (embedded: local time). */
  now(): Promise<number>;
  /** Throws `Fault` when the store cannot be reached within 2 s. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
