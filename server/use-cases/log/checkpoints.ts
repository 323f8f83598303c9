import { assert } from '../../../domain/error/assert.ts';
import {
  checkpointHash,
  readCheckpoint,
  type SignedCheckpoint,
  signCheckpoint,
} from '../../../domain/ledger/checkpoint.ts';
import { type Hasher, pureHasher } from '../../../domain/ledger/hasher.ts';
import {
  createFrontier,
  type Frontier,
  type FrontierState,
  leafHash,
} from '../../../domain/ledger/merkle.ts';
import {
  type InstallationState,
  installationId,
} from '../../../domain/stream/installation/installation-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { RecordStore, StoredRecord } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import type { InstallationKey } from './installation-key.ts';

/** When a checkpoint is due: after so many events, or after so long with any. */
const everyEvents = 1_000;
const everyMs = 10 * 60_000;
const page = 1_000;
const list = 'all';
const lastId = 'last';
const frontierId = 'frontier';

type RecordData = StoredRecord['data'];

const keyOf = (size: number, generation: number): string =>
  `${String(size).padStart(16, '0')}-${String(generation).padStart(6, '0')}`;

/** Checkpoints behind a size, in ascending order of what they count. */
export async function checkpointsBehind(
  records: RecordStore,
  size: number,
  limit: number,
): Promise<SignedCheckpoint[]> {
  const after = { sort: keyOf(size, 999_999), id: '\ud7ff' };
  const found = await records.range('checkpoint', list, after, limit);
  return found.map(({ data }) => read(data));
}

/** The checkpoint signed last; undefined before the first. */
export async function lastCheckpoint(records: RecordStore): Promise<SignedCheckpoint | undefined> {
  const kept = await records.get('checkpoint', lastId);
  return kept === undefined ? undefined : read(kept.data);
}

function read(data: unknown): SignedCheckpoint {
  const signed = readCheckpoint(data);
  assert(signed !== undefined, 'a stored checkpoint is well formed');
  return signed;
}

/** Keeps a checkpoint where `checkpointsBehind` finds it; one that is there already stays. */
export async function keepCheckpoint(records: RecordStore, signed: SignedCheckpoint): Promise<void> {
  const { size, generation } = signed.checkpoint;
  const key = keyOf(size, generation);
  const record = { _id: key, _v: 1, lists: [list], sort: key, expiresAt: null, data: dataOf(signed) };
  await records.insert('checkpoint', record);
}

/** Makes a restored checkpoint the one the next is to name; the tree is built from the log again. */
export async function keepLastCheckpoint(records: RecordStore, signed: SignedCheckpoint): Promise<void> {
  await replaceRecord(records, lastId, await records.get('checkpoint', lastId), dataOf(signed));
}

/** Follows the log and signs checkpoints of it; one process at a time, by lease. */
export interface CheckpointSigner {
  /** Signs when a checkpoint is due, or at once when `must`; answers it, or undefined when none is due or nothing is new. */
  sign(now: number, must?: boolean): Promise<SignedCheckpoint | undefined>;
}

/** A signer that goes on from the frontier kept in the store. */
export function createCheckpointSigner(
  store: Store,
  key: InstallationKey,
  hasher: Hasher = pureHasher,
): CheckpointSigner {
  const { records, log } = store;
  let tree: Frontier | undefined;
  const grow = async (to: number): Promise<Frontier> => {
    tree ??= createFrontier(hasher, await keptFrontier(records));
    while (tree.size() < to) {
      const rows = await log.read(tree.size(), Math.min(page, to - tree.size()));
      for (const { position, event, hash } of rows)
        tree.append(leafHash({ position, stream: event.stream, seq: event.seq, hash }, hasher));
    }
    return tree;
  };
  return {
    async sign(now, must = false) {
      const kept = await records.get('checkpoint', lastId);
      const before = kept === undefined ? undefined : read(kept.data);
      // A crash may have come between the two writes of the last one.
      if (before !== undefined) await keepCheckpoint(records, before);
      const end = await log.end();
      const fresh = end - (before?.checkpoint.size ?? 0);
      const due = fresh >= everyEvents || now - (before?.checkpoint.at ?? 0) >= everyMs;
      if (fresh <= 0 || !(due || must)) return undefined;
      const grown = await grow(end);
      const signed = signCheckpoint(
        {
          size: grown.size(),
          root: grown.root(),
          previous: before === undefined ? null : checkpointHash(before.checkpoint),
          generation: await generationOf(store),
          at: now,
        },
        key.sign,
      );
      // Each names the one before it: of two signers at once one wins, and the other looks again at its next turn.
      if (!(await replaceRecord(records, lastId, kept, dataOf(signed)))) return undefined;
      await keepCheckpoint(records, signed);
      const { size, peaks } = grown.state();
      const frontier = await records.get('checkpoint', frontierId);
      await replaceRecord(records, frontierId, frontier, { size, peaks: [...peaks] });
      return signed;
    },
  };
}

/** The generation the installation is in. */
export async function generationOf(store: Pick<Store, 'aggregates'>): Promise<number> {
  const doc = await store.aggregates.load<InstallationState>(streamId('installation', installationId));
  return doc?.state.generation ?? 1;
}

async function keptFrontier(records: RecordStore): Promise<FrontierState | undefined> {
  const kept = await records.get('checkpoint', frontierId);
  if (kept === undefined) return undefined;
  return { size: Number(kept.data['size']), peaks: (kept.data['peaks'] as readonly string[]) ?? [] };
}

function dataOf({ checkpoint, signature }: SignedCheckpoint): RecordData {
  return { checkpoint: { ...checkpoint }, signature };
}

/** False when somebody else was faster. */
function replaceRecord(
  records: RecordStore,
  id: string,
  before: StoredRecord | undefined,
  data: RecordData,
): Promise<boolean> {
  const record = { _id: id, _v: before?._v ?? 1, lists: [], sort: '', expiresAt: null, data };
  return before === undefined ? records.insert('checkpoint', record) : records.replace('checkpoint', record);
}
