import { Fault } from '../../../domain/error/fault.ts';
import type { Store } from '../../ports/store.ts';

/** The record that says that a restore is under way. */
export const restoreMarker = 'restore-under-way';

/** Passes when the store holds no half restored installation. @throws Fault RESTORE_UNFINISHED. */
export async function requireWholeStore(store: Pick<Store, 'records'>): Promise<void> {
  const marker = await store.records.get('cursor', restoreMarker);
  if (marker === undefined) return;
  throw new Fault(
    'RESTORE_UNFINISHED',
    'A restore into this store did not come to its end, so that it holds a part of an installation only. Restore into an empty store.',
    { retryable: false },
  );
}

/** Says that a restore has begun; until `unmarkRestore` the store refuses to start. */
export async function markRestore(store: Pick<Store, 'records'>, at: number): Promise<void> {
  const record = { _id: restoreMarker, _v: 1, lists: [], sort: '', expiresAt: null, data: { at } };
  await store.records.insert('cursor', record);
}

/** Says that the store is whole. */
export async function unmarkRestore(store: Pick<Store, 'records'>): Promise<void> {
  await store.records.delete('cursor', restoreMarker);
}
