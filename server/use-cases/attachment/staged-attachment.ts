import type { RecordStore, StoredRecord } from '../../ports/records.ts';

/** A file that was uploaded and is not linked to a case yet; `size` in bytes. */
export interface StagedAttachment {
  readonly id: string;
  readonly uploader: string;
  readonly digest: string;
  readonly size: number;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The attachment a record of the shelf `attachment` holds. */
export function stagedIn({ _id, data }: StoredRecord): StagedAttachment {
  return {
    id: _id,
    uploader: String(data['uploader']),
    digest: String(data['digest']),
    size: Number(data['size']),
    name: String(data['name']),
    at: Number(data['at']),
  };
}

/** What of these ids waits to be linked, uploaded by this person and not expired, by id. */
export async function stagedBy(
  records: Pick<RecordStore, 'get'>,
  uploader: string,
  ids: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, StagedAttachment>> {
  const found = await Promise.all(ids.map((id) => records.get('attachment', id)));
  return new Map(
    found.flatMap((record) => {
      if (record === undefined || (record.expiresAt ?? now + 1) <= now) return [];
      const staged = stagedIn(record);
      return staged.uploader === uploader ? [[staged.id, staged] as const] : [];
    }),
  );
}
