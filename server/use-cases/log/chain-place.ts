import { chainEvent } from '../../../domain/ledger/chain-event.ts';
import type { SignedCheckpoint } from '../../../domain/ledger/checkpoint.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { checkpointsBehind } from './checkpoints.ts';

/** A neighbour in the chain of a stream. */
interface Link {
  readonly position: number;
  readonly seq: number;
  readonly hash: string;
}

/** Where a row stands in what holds the log together. */
export interface ChainPlace {
  /** The rows before and after it in its stream. */
  readonly before: Link | null;
  readonly after: Link | null;
  /** Whether its hash follows from the event and the hash before it, counted again just now. */
  readonly fits: boolean;
  /** The first signed checkpoint that counts it; null before one was signed. */
  readonly checkpoint: SignedCheckpoint | null;
}

/** The place of one row: its neighbours, whether it fits between them, and the checkpoint that covers it. */
export async function chainPlace(
  { log, records }: Pick<Store, 'log' | 'records'>,
  row: LogRow,
): Promise<ChainPlace> {
  const { stream, seq } = row.event;
  const [around, [checkpoint = null]] = await Promise.all([
    log.stream(stream, Math.max(0, seq - 2), 3),
    checkpointsBehind(records, row.position - 1, 1),
  ]);
  const at = (wanted: number): LogRow | undefined => around.find(({ event }) => event.seq === wanted);
  const before = at(seq - 1);
  const after = at(seq + 1);
  const follows = (next: LogRow, previous: string): boolean =>
    chainEvent(next.event, previous).hash === next.hash;
  const known = before !== undefined || seq === 1;
  return {
    before: linkOf(before),
    after: linkOf(after),
    fits: known && follows(row, before?.hash ?? '') && (after === undefined || follows(after, row.hash)),
    checkpoint,
  };
}

const linkOf = (row: LogRow | undefined): Link | null =>
  row === undefined ? null : { position: row.position, seq: row.event.seq, hash: row.hash };
