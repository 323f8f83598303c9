import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { ChainedEvent } from '../../../domain/stream/event.ts';
import type { Shelf, StoredRecord } from '../../ports/records.ts';

/**
 * A backup is UTF-8 text, one JSON object per line: first a complete export of the log up to a position, exactly as the
 * verifier takes it; then every aggregate (possibly newer than that position), the records worth keeping and the blobs,
 * large ones in parts; last a signed line that counts and hashes all lines before it.
 */
export const backupVersion = 1;

/** The line behind the export: what follows belongs to the backup. */
export interface BackupLine {
  readonly backup: { readonly version: typeof backupVersion; readonly position: number; readonly at: number };
}

/** One aggregate; `between` are events beyond the backup's position that its tail does not hold any more. */
export interface AggregateLine {
  readonly aggregate: Aggregate;
  readonly between: readonly ChainedEvent[];
}

/** One record of a shelf. */
export interface RecordLine {
  readonly shelf: Shelf;
  readonly record: StoredRecord;
}

/** A part of a blob in base64; parts of one blob follow each other, numbered from 0. */
export interface BlobLine {
  readonly blob: string;
  readonly part: number;
  readonly last: boolean;
  readonly bytes: string;
}

/** What the last line says of all lines before it. */
export interface BackupEnd {
  readonly position: number;
  readonly aggregates: number;
  readonly records: number;
  readonly blobs: number;
  /** SHA-256 (hex) of the file's bytes before this line. */
  readonly digest: string;
}

/** The last line. */
export interface EndLine {
  readonly end: BackupEnd;
  /** Ed25519 (base64) of `endText`. */
  readonly signature: string;
}

/** Any line behind the export. */
export type PartLine = BackupLine | AggregateLine | RecordLine | BlobLine | EndLine;

/** The text under the signature of the last line. */
export function endText(end: BackupEnd): string {
  const { position, aggregates, records, blobs, digest } = end;
  return `signalbox backup v1\n${JSON.stringify({ position, aggregates, records, blobs, digest })}`;
}

/** Shelves that go into a backup. Sessions and links are left behind for safety; checkpoints stand in the export. */
export const keptShelves: readonly Shelf[] = [
  'credential',
  'attachment',
  'delivery',
  'access',
  'signature',
  'idempotency',
  'notice',
];

/** Bytes of a blob on one line. */
export const partBytes = 256 * 1024;
