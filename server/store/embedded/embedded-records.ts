import type { Answered, Keyset } from '../../ports/aggregates.ts';
import type { RecordStore, Shelf, StoredRecord } from '../../ports/records.ts';
import { checkedId, checkedName, indexKey, orderedNumber } from '../index-key.ts';
import { storable } from '../storable.ts';
import type { Environment } from './environment.ts';
import type { IndexTable } from './index-table.ts';
import { listRange } from './list-range.ts';
import type { Table } from './table.ts';

/** Small records in LMDB, every key led by its shelf. */
export class EmbeddedRecords implements RecordStore {
  readonly #records: Table<string>;
  readonly #lists: IndexTable;
  readonly #expiries: IndexTable;

  constructor(environment: Environment) {
    this.#records = environment.table('records');
    this.#lists = environment.index('records-by-list');
    this.#expiries = environment.index('records-by-expiry');
  }

  async get(shelf: Shelf, id: string): Promise<StoredRecord | undefined> {
    return this.#of(shelf, checkedId(id));
  }

  async insert(shelf: Shelf, record: StoredRecord, answered: Answered = 'on disk'): Promise<boolean> {
    if (record._v !== 1) throw new Error(`A new record has _v 1, not ${record._v}: ${record._id}`);
    storable(record);
    if (this.#records.has(`${shelf}\0${checkedId(record._id)}`)) return false;
    const written = this.#write(shelf, record, undefined);
    if (answered === 'on disk') await written;
    return true;
  }

  async replace(shelf: Shelf, record: StoredRecord): Promise<boolean> {
    storable(record);
    const previous = this.#of(shelf, checkedId(record._id));
    if (previous?._v !== record._v) return false;
    await this.#write(shelf, { ...record, _v: record._v + 1 }, previous);
    return true;
  }

  async delete(shelf: Shelf, id: string): Promise<void> {
    const previous = this.#of(shelf, checkedId(id));
    if (!previous) return;
    this.#lists.replace(listKeys(shelf, previous), []);
    this.#expiries.replace(expiryKeys(shelf, previous), []);
    await this.#records.remove(`${shelf}\0${id}`);
  }

  async range(shelf: Shelf, list: string, after: Keyset | null, limit: number): Promise<StoredRecord[]> {
    const name = `${shelf}/${checkedName(list)}`;
    await this.#records.settled();
    const listed = listRange(this.#lists, name, after, limit);
    return listed.flatMap(({ id }) => this.#of(shelf, id) ?? []);
  }

  async ids(shelf: Shelf, after: string | null, limit: number): Promise<string[]> {
    const start = after === null ? `${shelf}\0` : `${shelf}\0${checkedId(after)}\0`;
    await this.#records.settled();
    return this.#records.keys(start, `${shelf}\u0001`, limit).map((key) => key.slice(shelf.length + 1));
  }

  async expired(shelf: Shelf, now: number, limit: number): Promise<string[]> {
    const end = `${shelf}\0${orderedNumber(Math.max(0, Math.ceil(now)))}`;
    return Array.from(this.#expiries.keys(`${shelf}\0`, end, limit), (key) => {
      return key.slice(shelf.length + 18);
    });
  }

  async clear(shelf: Shelf): Promise<void> {
    await this.#records.settled();
    for (let ids = this.#batch(shelf); ids.length > 0; ids = this.#batch(shelf)) {
      await Promise.all(ids.map((id) => this.delete(shelf, id)));
    }
  }

  #batch(shelf: Shelf): string[] {
    const keys = this.#records.keys(`${shelf}\0`, `${shelf}\u0001`, 500);
    return keys.map((key) => key.slice(shelf.length + 1));
  }

  #of(shelf: Shelf, id: string): StoredRecord | undefined {
    const text = this.#records.get(`${shelf}\0${id}`);
    return text === undefined ? undefined : (JSON.parse(text) as StoredRecord);
  }

  #write(shelf: Shelf, record: StoredRecord, previous: StoredRecord | undefined): Promise<void> {
    const lists = listKeys(shelf, record);
    const expiries = expiryKeys(shelf, record);
    this.#lists.replace(previous ? listKeys(shelf, previous) : [], lists);
    this.#expiries.replace(previous ? expiryKeys(shelf, previous) : [], expiries);
    return this.#records.put(`${shelf}\0${record._id}`, JSON.stringify(record));
  }
}

function listKeys(shelf: Shelf, record: StoredRecord): string[] {
  return record.lists.map((list) => indexKey(`${shelf}/${checkedName(list)}`, record.sort, record._id));
}

function expiryKeys(shelf: Shelf, record: StoredRecord): string[] {
  const { expiresAt, _id } = record;
  return expiresAt === null ? [] : [`${shelf}\0${orderedNumber(expiresAt)}\0${_id}`];
}
