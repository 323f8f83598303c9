import type { Keyset } from '../../ports/aggregates.ts';

/** One ordered range of a list. */
export interface MergedRange<T> {
  /** Items strictly behind a place, ascending, at most `limit`; `done` when there is nothing behind them. */
  read(
    after: Keyset | null,
    limit: number,
  ): Promise<{ readonly items: readonly T[]; readonly done: boolean }>;
}

/** What to merge, and what of it to show. */
export interface Merge<T, R> {
  readonly ranges: readonly MergedRange<T>[];
  /** Where an item stands among all; the same thing in two ranges stands at the same place. */
  readonly placeOf: (item: T) => Keyset;
  readonly after: Keyset | null;
  /** Length of the page. */
  readonly limit: number;
  /** What is shown of each item, in their order; undefined for what is not. */
  readonly show: (items: readonly T[]) => Promise<readonly (R | undefined)[]>;
}

/** A page, and the place behind which the next one begins; null at the end. */
export interface MergedPage<R> {
  readonly items: readonly R[];
  readonly next: Keyset | null;
}

/** Keys a page may visit, as a multiple of its length times the number of its ranges. */
export const visitFactor = 4;

/**
 * One page over several ranges: in order, each thing once, only what `show` shows. It visits at most 4 × limit × ranges keys: where little
 * of what it meets is shown it ends before it is full, with a place to go on from.
 */
export async function mergeRanges<T, R>(merge: Merge<T, R>): Promise<MergedPage<R>> {
  const heads = new Heads(merge);
  const items: R[] = [];
  let last = merge.after;
  while (items.length < merge.limit) {
    const { batch, spent } = await heads.take(merge.limit - items.length);
    for (const shown of await merge.show(batch)) if (shown !== undefined) items.push(shown);
    const end = batch.at(-1);
    if (end !== undefined) last = merge.placeOf(end);
    if (spent || batch.length === 0) break;
  }
  return { items, next: heads.done ? null : last };
}

/** True when place `a` comes before place `b`. */
export function isBefore(a: Keyset, b: Keyset): boolean {
  return a.sort === b.sort ? a.id < b.id : a.sort < b.sort;
}

const isSame = (a: Keyset, b: Keyset | null): boolean => a.sort === b?.sort && a.id === b.id;

interface Head<T> {
  readonly range: MergedRange<T>;
  buffer: readonly T[];
  at: number;
  after: Keyset | null;
  done: boolean;
}

const smallestChunk = 8;

/** The first items not taken yet of every range. */
class Heads<T> {
  readonly #merge: Merge<T, unknown>;
  readonly #heads: Head<T>[];
  #budget: number;
  #last: Keyset | null = null;

  constructor(merge: Merge<T, unknown>) {
    this.#merge = merge;
    this.#budget = visitFactor * merge.limit * merge.ranges.length;
    this.#heads = merge.ranges.map((range) => ({
      range,
      buffer: [],
      at: 0,
      after: merge.after,
      done: false,
    }));
  }

  get done(): boolean {
    return this.#heads.every((head) => head.done && head.at >= head.buffer.length);
  }

  /** Up to `count` items in order, each once; `spent` when no more may be visited for this page. */
  async take(count: number): Promise<{ batch: T[]; spent: boolean }> {
    const batch: T[] = [];
    while (batch.length < count) {
      if (!(await this.#fill())) return { batch, spent: true };
      const head = this.#first();
      if (head === undefined) break;
      const item = head.buffer[head.at] as T;
      head.at += 1;
      const place = this.#merge.placeOf(item);
      if (isSame(place, this.#last)) continue;
      this.#last = place;
      batch.push(item);
    }
    return { batch, spent: false };
  }

  /** Reads on where a range has nothing at hand; false when the budget does not allow it. */
  async #fill(): Promise<boolean> {
    const empty = this.#heads.filter((head) => !head.done && head.at >= head.buffer.length);
    if (empty.length === 0) return true;
    const { limit, ranges } = this.#merge;
    const chunk = Math.min(limit, Math.max(smallestChunk, Math.ceil((2 * limit) / ranges.length)));
    if (chunk * empty.length > this.#budget) return false;
    this.#budget -= chunk * empty.length;
    await Promise.all(
      empty.map(async (head) => {
        const { items, done } = await head.range.read(head.after, chunk);
        const end = items.at(-1);
        head.buffer = items;
        head.at = 0;
        head.done = done;
        if (end !== undefined) head.after = this.#merge.placeOf(end);
      }),
    );
    return true;
  }

  #first(): Head<T> | undefined {
    let first: { head: Head<T>; place: Keyset } | undefined;
    for (const head of this.#heads) {
      const item = head.buffer[head.at];
      if (item === undefined) continue;
      const place = this.#merge.placeOf(item);
      if (first === undefined || isBefore(place, first.place)) first = { head, place };
    }
    return first?.head;
  }
}
