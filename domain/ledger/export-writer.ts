import { assert } from '../error/assert.ts';
import { canonicalJson } from '../hash/canonical-json.ts';
import type { ChainedEvent } from '../stream/event.ts';
import type { Sign, SignedCheckpoint } from './checkpoint.ts';
import { type ExportHeader, type ExportTrailer, trailerText } from './export-format.ts';
import { type Hasher, pureHasher } from './hasher.ts';
import { createFrontier, leafHash } from './merkle.ts';

/** A row as the log holds it. */
export interface LoggedRow extends ChainedEvent {
  readonly position: number;
}

/** What a filtered row carries so that it can be checked alone. */
export interface RowProof {
  /** Chain hash of the stream's event before this one; '' for the first. */
  readonly previous: string;
  readonly proof: readonly string[];
}

/** Writes one export line by line (each without LF), in the order of `exportFormat`, with flat memory. */
export interface ExportWriter {
  readonly header: () => string;
  /** The line of one row; `proof` when, and only when, the export is filtered. */
  readonly row: (row: LoggedRow, proof?: RowProof) => string;
  readonly checkpoint: (signed: SignedCheckpoint) => string;
  readonly trailer: () => string;
}

/** A writer for one export; call `header` first and `trailer` last. */
export function createExportWriter(
  header: ExportHeader,
  sign: Sign,
  hasher: Hasher = pureHasher,
): ExportWriter {
  const tree = createFrontier(hasher);
  const digest = hasher.running();
  let rows = 0;
  let checkpoints = 0;
  let anchorRoot = '';
  const emit = (value: unknown): string => {
    const line = canonicalJson(value);
    digest.add(`${line}\n`);
    return line;
  };
  return {
    header: () => emit(header),
    row({ position, event, hash, sealed }, proof) {
      const { stream, seq } = event;
      assert(header.complete === (proof === undefined), 'rows carry proofs exactly in filtered exports');
      assert(!header.complete || position === rows + 1, 'a complete export leaves out no row');
      if (header.complete) tree.append(leafHash({ position, stream, seq, hash }, hasher));
      rows += 1;
      const values = Object.keys(sealed).length === 0 ? {} : { sealed };
      return emit({ position, stream, seq, event, hash, ...values, ...proof });
    },
    checkpoint(signed) {
      checkpoints += 1;
      anchorRoot = signed.checkpoint.root;
      return emit({ checkpoint: signed.checkpoint, signature: signed.signature });
    },
    trailer() {
      assert(header.complete || checkpoints === 1, 'a filtered export has one checkpoint');
      const root = header.complete ? tree.root() : anchorRoot;
      const trailer: ExportTrailer = { rows, checkpoints, root, digest: digest.hex() };
      return canonicalJson({ trailer, signature: sign(trailerText(trailer)) });
    },
  };
}
