import type { RecordStore, StoredRecord } from '../../ports/records.ts';

/** Keeps how far somebody has come, in the place of what was kept before (as read); false when somebody else was faster. */
export function keepCursor(
  records: Pick<RecordStore, 'insert' | 'replace'>,
  id: string,
  before: StoredRecord | undefined,
  data: StoredRecord['data'],
): Promise<boolean> {
  const record = { _id: id, _v: before?._v ?? 1, lists: [], sort: '', expiresAt: null, data };
  return before === undefined ? records.insert('cursor', record) : records.replace('cursor', record);
}
