import type { DecisionRecord } from '../../../../domain/routing/decision-record.ts';
import type { BlobStore } from '../../../../server/ports/blobs.ts';
import type { Store } from '../../../../server/ports/store.ts';
import { readRecord } from '../../../../server/use-cases/route/store-record.ts';

/** What was read before: blobs are written once, so that one look at each is enough while the same store is open. */
const known = new WeakMap<BlobStore, Map<string, DecisionRecord>>();

/** The decision record of this hash; undefined when the store does not have it. */
export async function recordIn({ blobs }: Store, hash: string): Promise<DecisionRecord | undefined> {
  const records = known.get(blobs) ?? new Map<string, DecisionRecord>();
  known.set(blobs, records);
  const before = records.get(hash);
  if (before !== undefined) return before;
  const bytes = await blobs.get(hash);
  if (bytes === undefined) return undefined;
  const record = readRecord(bytes);
  records.set(hash, record);
  return record;
}
