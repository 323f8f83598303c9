import type { Database } from 'lmdb';
import type { KeyVisits } from './key-visits.ts';
import type { Turns } from './turn.ts';

/** Ordered keys without values, written in the turn of what they point to; counts what reading them visits. */
export class IndexTable {
  readonly #db: Database<string, string>;
  readonly #turns: Turns;
  readonly #visits: KeyVisits;

  constructor(db: Database<string, string>, turns: Turns, visits: KeyVisits) {
    this.#db = db;
    this.#turns = turns;
    this.#visits = visits;
  }

  /** Makes the entries of one document `next` where they were `previous`. */
  replace(previous: readonly string[], next: readonly string[]): void {
    if (sameTexts(previous, next)) return;
    const kept = new Set(next);
    const had = new Set(previous);
    for (const key of had) if (!kept.has(key)) this.#turns.write(this.#db, key, absent);
    for (const key of kept) if (!had.has(key)) this.#turns.write(this.#db, key, present);
  }

  /** Committed keys from `start` (inclusive) to `end` (exclusive); with `reverse` downward from `start`. */
  *keys(start: string, end: string, limit: number, reverse = false): Generator<string> {
    if (limit <= 0) return;
    for (const key of this.#db.getKeys({ start, end, limit, reverse })) {
      this.#visits.visit(1);
      yield key;
    }
  }
}

const present = (): string => '';
const absent = (): undefined => undefined;

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
