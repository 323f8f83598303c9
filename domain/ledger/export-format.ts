import { canonicalJson, type Json } from '../hash/canonical-json.ts';
import type { Sealed, StreamEvent } from '../stream/event.ts';
import { hasExactly, isCount, isHash, isRecord } from './shape.ts';

/**
 * The export of the log, version 1: UTF-8 text, one RFC 8785 object per line, each line ended by LF:
 * the header; rows in ascending position; in a complete export every checkpoint directly behind the row it
 * counts to (those a restore left behind anywhere later); in a filtered one a single checkpoint directly
 * behind the header, to which every row's proof leads; the trailer.
 */
export const exportFormat = 'signalbox-log';

/** The first line: what the file claims to be. */
export interface ExportHeader {
  readonly format: typeof exportFormat;
  readonly version: 1;
  /** The installation's generation at the time of the export. */
  readonly generation: number;
  /** Whether the file holds every row from 1 to `to`. */
  readonly complete: boolean;
  /** What the rows were chosen by; only when not complete. */
  readonly filter?: Json;
  /** The range of positions that was looked at. An empty log is 1 to 0. */
  readonly from: number;
  readonly to: number;
  /** The installation's Ed25519 key: base64 of its SPKI form (RFC 8410). */
  readonly publicKey: string;
  /** Epoch milliseconds. */
  readonly exportedAt: number;
}

/** One row of a complete export. Erased or withheld values are absent from `sealed`; their seals stay in the event. */
export interface ExportRow {
  readonly position: number;
  readonly stream: string;
  readonly seq: number;
  readonly event: StreamEvent;
  readonly hash: string;
  readonly sealed?: Sealed;
}

/** One row of a filtered export: with the hash before it in its stream, and its inclusion proof. */
export interface ProvenRow extends ExportRow {
  /** Chain hash of the stream's event before this one; '' for the first. */
  readonly previous: string;
  /** Inclusion proof (hex, leaf to root) against the file's checkpoint. */
  readonly proof: readonly string[];
}

/** What the exporting side signs over the whole file. */
export interface ExportTrailer {
  readonly rows: number;
  readonly checkpoints: number;
  /** Complete: the tree hash of all rows. Filtered: the root of the file's checkpoint. */
  readonly root: string;
  /** SHA-256 (hex) of the file's bytes before this line. */
  readonly digest: string;
}

/** The last line. */
export interface SignedTrailer {
  readonly trailer: ExportTrailer;
  /** Ed25519 (base64) of `trailerText`. */
  readonly signature: string;
}

/** The text under the trailer's signature. */
export function trailerText(trailer: ExportTrailer): string {
  return `signalbox export v1\n${canonicalJson(trailer)}`;
}

const headerKeys = ['complete', 'exportedAt', 'format', 'from', 'generation', 'publicKey', 'to', 'version'];

/** The value as a header when it has exactly that shape; undefined otherwise. */
export function readHeader(value: unknown): ExportHeader | undefined {
  if (!isRecord(value)) return undefined;
  const { filter, ...rest } = value;
  if (!hasExactly(rest, headerKeys) || value['format'] !== exportFormat || value['version'] !== 1)
    return undefined;
  const { generation, complete, from, to, publicKey, exportedAt } = rest;
  if (!isCount(generation) || !isCount(from) || !isCount(to) || !isCount(exportedAt)) return undefined;
  if (typeof complete !== 'boolean' || typeof publicKey !== 'string') return undefined;
  if (from < 1 || to < from - 1 || (complete && (from !== 1 || filter !== undefined))) return undefined;
  const header = {
    format: exportFormat,
    version: 1,
    generation,
    complete,
    from,
    to,
    publicKey,
    exportedAt,
  } as const;
  return filter === undefined ? header : { ...header, filter: filter as Json };
}

/** The value as a signed trailer when it has exactly that shape; undefined otherwise. */
export function readTrailer(value: unknown): SignedTrailer | undefined {
  if (!isRecord(value) || !hasExactly(value, ['signature', 'trailer'])) return undefined;
  const { trailer, signature } = value;
  if (typeof signature !== 'string' || !isRecord(trailer)) return undefined;
  if (!hasExactly(trailer, ['checkpoints', 'digest', 'root', 'rows'])) return undefined;
  const { rows, checkpoints, root, digest } = trailer;
  if (!isCount(rows) || !isCount(checkpoints) || !isHash(root) || !isHash(digest)) return undefined;
  return { trailer: { rows, checkpoints, root, digest }, signature };
}
