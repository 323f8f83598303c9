import type { RowProof } from '../../../domain/ledger/export-writer.ts';
import { leafHash } from '../../../domain/ledger/merkle.ts';
import { createTileTree, tileSize } from '../../../domain/ledger/merkle-tiles.ts';
import type { LogRow, LogStore } from '../../ports/log.ts';

/** Which rows to write, and how. */
export interface ProvenWriting {
  readonly wanted: (row: LogRow) => boolean;
  readonly write: (row: LogRow, proof: RowProof) => Promise<string>;
}

const leafOf = ({ position, event, hash }: LogRow): Uint8Array =>
  leafHash({ position, stream: event.stream, seq: event.seq, hash });

/** The wanted ones of the first `size` rows of the log as lines, each with its inclusion proof; reads the log twice and holds 32 bytes per 256 rows. */
export async function* provenLines(
  log: Pick<LogStore, 'read' | 'stream'>,
  size: number,
  { wanted, write }: ProvenWriting,
): AsyncGenerator<string> {
  const tree = createTileTree();
  for await (const rows of tilesOf(log, size)) for (const row of rows) tree.append(leafOf(row));
  for await (const rows of tilesOf(log, size)) {
    if (!rows.some(wanted)) continue;
    const tile = rows.map(leafOf);
    const lines: string[] = [];
    for (const row of rows) {
      if (!wanted(row)) continue;
      const proof = tree.prove(row.position - 1, tile);
      lines.push(await write(row, { previous: await previousOf(log, row), proof }));
    }
    yield `${lines.join('\n')}\n`;
  }
}

/** Rows in runs of 256, as the tree is tiled. */
async function* tilesOf(log: Pick<LogStore, 'read'>, size: number): AsyncGenerator<readonly LogRow[]> {
  for (let after = 0; after < size; after += tileSize)
    yield await log.read(after, Math.min(tileSize, size - after));
}

/** The chain hash of the event before this one in its stream. */
async function previousOf(log: Pick<LogStore, 'stream'>, { event }: LogRow): Promise<string> {
  if (event.seq === 1) return '';
  const [before] = await log.stream(event.stream, event.seq - 2, 1);
  return before?.hash ?? '';
}
