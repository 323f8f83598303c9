import type { Json } from '../../domain/hash/canonical-json.ts';
import type { Answered } from './aggregates.ts';

/** The shelves of small records that are not streams. */
export const shelves = [
  'session',
  'attachment',
  'delivery',
  'bucket',
  'cursor',
  'checkpoint',
  'access',
  'link',
  'signature',
  'idempotency',
  'credential',
  'notice',
  'guard',
  'token-use',
] as const;
export type Shelf = (typeof shelves)[number];

/** A small record; `_v` starts at 1. `lists` and `sort` work as on aggregates. */
export interface StoredRecord {
  readonly _id: string;
  readonly _v: number;
  readonly lists: readonly string[];
  readonly sort: string;
  /** Epoch milliseconds after which `expired` names it; null keeps it. */
  readonly expiresAt: number | null;
  readonly data: { readonly [key: string]: Json };
}

/** Sessions, staged attachments, deliveries, projected buckets and the like, one shelf each. */
export interface RecordStore {
  get(shelf: Shelf, id: string): Promise<StoredRecord | undefined>;
  insert(shelf: Shelf, record: StoredRecord, answered?: Answered): Promise<boolean>;
  /** Compare-and-set as on aggregates. */
  replace(shelf: Shelf, record: StoredRecord): Promise<boolean>;
  delete(shelf: Shelf, id: string): Promise<void>;
  range(
    shelf: Shelf,
    list: string,
    after: { readonly sort: string; readonly id: string } | null,
    limit: number,
  ): Promise<StoredRecord[]>;
  /** Every id of a shelf in ascending order behind `after`, for backup. */
  ids(shelf: Shelf, after: string | null, limit: number): Promise<string[]>;
  expired(shelf: Shelf, now: number, limit: number): Promise<string[]>;
  clear(shelf: Shelf): Promise<void>;
}
