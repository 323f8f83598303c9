import type { Collection, Db } from 'mongodb';
import type { Keyset } from '../../ports/aggregates.ts';
import { type RecordStore, type Shelf, type StoredRecord, shelves } from '../../ports/records.ts';
import { checkedId, indexKey, orderedNumber } from '../index-key.ts';
import { orderedText } from '../ordered-text.ts';
import { storable } from '../storable.ts';
import { guarded, unlessTaken } from './mongo-guard.ts';
import { listPage } from './mongo-list.ts';
import type { ReturnedDocuments } from './returned-documents.ts';

interface RecordDocument {
  readonly _id: string;
  readonly _v: number;
  readonly lists: readonly string[];
  readonly sort: string;
  readonly expiresAt?: number;
  readonly text: string;
}

/** Small records in MongoDB, a collection for each shelf. */
export class MongoRecords implements RecordStore {
  readonly #db: Db;
  readonly #returned: ReturnedDocuments;

  constructor(db: Db, returned: ReturnedDocuments) {
    this.#db = db;
    this.#returned = returned;
  }

  async createIndexes(): Promise<void> {
    for (const shelf of shelves) {
      await this.#shelf(shelf).createIndexes([
        { key: { lists: 1, sort: 1, _id: 1 }, name: 'range' },
        { key: { expiresAt: 1, _id: 1 }, name: 'expiry' },
      ]);
    }
  }

  async get(shelf: Shelf, id: string): Promise<StoredRecord | undefined> {
    const found = await guarded(() => this.#shelf(shelf).findOne({ _id: checkedId(id) }));
    if (!found) return undefined;
    this.#returned.count(1);
    return JSON.parse(found.text) as StoredRecord;
  }

  async insert(shelf: Shelf, record: StoredRecord): Promise<boolean> {
    if (record._v !== 1) throw new Error(`A new record has _v 1, not ${record._v}: ${record._id}`);
    const stored = recordDocument(record);
    return unlessTaken(() => this.#shelf(shelf).insertOne(stored));
  }

  async replace(shelf: Shelf, record: StoredRecord): Promise<boolean> {
    const stored = recordDocument({ ...record, _v: record._v + 1 });
    const { _id, _v } = record;
    const { matchedCount } = await guarded(() => this.#shelf(shelf).replaceOne({ _id, _v }, stored));
    return matchedCount === 1;
  }

  async delete(shelf: Shelf, id: string): Promise<void> {
    await guarded(() => this.#shelf(shelf).deleteOne({ _id: checkedId(id) }));
  }

  async range(shelf: Shelf, list: string, after: Keyset | null, limit: number): Promise<StoredRecord[]> {
    const page = { field: 'lists' as const, list, after, limit };
    const found = await listPage(this.#shelf(shelf), page, this.#returned);
    return found.map(({ text }) => JSON.parse(text) as StoredRecord);
  }

  async ids(shelf: Shelf, after: string | null, limit: number): Promise<string[]> {
    if (limit <= 0) return [];
    const filter = after === null ? {} : { _id: { $gt: checkedId(after) } };
    const cursor = this.#shelf(shelf).find(filter, { projection: { _id: 1 }, sort: { _id: 1 }, limit });
    const found = await guarded(() => cursor.toArray());
    this.#returned.count(found.length);
    return found.map(({ _id }) => _id);
  }

  async expired(shelf: Shelf, now: number, limit: number): Promise<string[]> {
    if (limit <= 0) return [];
    const options = { projection: { _id: 1 }, sort: { expiresAt: 1 as const, _id: 1 as const }, limit };
    const cursor = this.#shelf(shelf).find({ expiresAt: { $lt: now } }, options);
    const found = await guarded(() => cursor.toArray());
    this.#returned.count(found.length);
    return found.map(({ _id }) => _id);
  }

  async clear(shelf: Shelf): Promise<void> {
    await guarded(() => this.#shelf(shelf).deleteMany({}));
  }

  #shelf(shelf: Shelf): Collection<RecordDocument> {
    return this.#db.collection(`records.${shelf}`);
  }
}

function recordDocument(record: StoredRecord): RecordDocument {
  storable(record);
  const { _id, _v, lists, sort, expiresAt } = record;
  for (const list of lists) indexKey(list, sort, checkedId(_id));
  if (expiresAt !== null) orderedNumber(expiresAt);
  return {
    _id: checkedId(_id),
    _v,
    lists: [...new Set(lists)],
    sort: orderedText(sort),
    ...(expiresAt !== null && { expiresAt }),
    text: JSON.stringify(record),
  };
}
