import { type RecordStore, type Shelf, shelves } from '../../ports/records.ts';

const page = 500;

/** Deletes every record whose time is over, shelf by shelf; answers how many went. */
export async function sweepExpired(records: RecordStore, now: number): Promise<number> {
  let gone = 0;
  for (const shelf of shelves) gone += await sweepShelf(records, shelf, now);
  return gone;
}

async function sweepShelf(records: RecordStore, shelf: Shelf, now: number): Promise<number> {
  let gone = 0;
  for (;;) {
    const ids = await records.expired(shelf, now, page);
    for (const id of ids) await records.delete(shelf, id);
    gone += ids.length;
    if (ids.length < page) return gone;
  }
}
