import type { Database } from 'lmdb';
import type { KeyVisits } from './key-visits.ts';
import type { Turns } from './turn.ts';

const absent = (): undefined => undefined;

/** Values by key. A write is seen by `get` at once, by ranges once it is committed, and is on disk when it resolves. */
export class Table<V> {
  readonly #db: Database<V, string>;
  readonly #turns: Turns;
  readonly #visits: KeyVisits;
  readonly #pending = new Map<string, { readonly value: () => V | undefined }>();

  constructor(db: Database<V, string>, turns: Turns, visits: KeyVisits) {
    this.#db = db;
    this.#turns = turns;
    this.#visits = visits;
  }

  get(key: string): V | undefined {
    const pending = this.#pending.get(key);
    return pending ? pending.value() : this.#db.get(key);
  }

  has(key: string): boolean {
    const pending = this.#pending.get(key);
    return pending ? pending.value !== absent : this.#db.doesExist(key);
  }

  put(key: string, value: V): Promise<void> {
    return this.#write(key, () => value);
  }

  /** As `put`, with a value that is made when it is written or read. */
  putLater(key: string, value: () => V): Promise<void> {
    return this.#write(key, value);
  }

  remove(key: string): Promise<void> {
    return this.#write(key, absent);
  }

  /** Committed keys from `start` (inclusive) to `end` (exclusive); with `reverse` downward from `start`. */
  keys(start: string, end: string, limit: number, reverse = false): string[] {
    if (limit <= 0) return [];
    const keys = [...this.#db.getKeys({ start, end, limit, reverse })];
    this.#visits.visit(keys.length);
    return keys;
  }

  /** Resolves when nothing written to this table waits for the disk. */
  async settled(): Promise<void> {
    if (this.#pending.size > 0) await this.#turns.flushed();
  }

  #write(key: string, value: () => V | undefined): Promise<void> {
    const turn = this.#turns.write(this.#db, key, value);
    const entry = { value };
    this.#pending.set(key, entry);
    turn.settled.push(() => {
      if (this.#pending.get(key) === entry) this.#pending.delete(key);
    });
    return turn.flushed;
  }
}
