import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';

/** A token is noted as used at most this often, in ms. */
const everyMs = 10 * 60_000;
const keptMs = 400 * 86_400_000;

/** Notes that a token opened something, to the ten minutes; whoever notes it at the same time is as good. */
export async function noteTokenUse(
  { store, clock }: { readonly store: Pick<Store, 'records'>; readonly clock: Clock },
  id: string,
): Promise<void> {
  const at = clock.now();
  const kept = await store.records.get('token-use', id);
  if (kept !== undefined && at - Number(kept.data['at']) < everyMs) return;
  const use = { _id: id, lists: [], sort: '', expiresAt: at + keptMs, data: { at } };
  if (kept === undefined) await store.records.insert('token-use', { ...use, _v: 1 });
  else await store.records.replace('token-use', { ...use, _v: kept._v });
}

/** When each of these tokens was used last, to the ten minutes; null for one that never was. */
export async function lastUses(
  { records }: Pick<Store, 'records'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const found = await Promise.all(ids.map((id) => records.get('token-use', id)));
  return new Map(ids.map((id, index) => [id, numberOf(found[index]?.data['at'])]));
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
