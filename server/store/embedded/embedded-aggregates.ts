import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import {
  type AggregateStore,
  type Answered,
  type Keyset,
  type Listed,
  NameTaken,
} from '../../ports/aggregates.ts';
import { aggregateText } from '../aggregate-text.ts';
import { checkedId, checkedName, orderedNumber } from '../index-key.ts';
import { storable } from '../storable.ts';
import { type AggregateEntries, aggregateEntries, noEntries } from './aggregate-entries.ts';
import type { Environment } from './environment.ts';
import type { IndexTable } from './index-table.ts';
import { listRange, listRangeBack } from './list-range.ts';
import { Recent } from './recent.ts';
import type { Table } from './table.ts';

/** Text length of the documents kept in memory: some tens of megabytes. */
const recentBudget = 24_000_000;

/** What a document counts in memory before its text is known. */
const firstSize = 8_000;

interface Known {
  readonly doc: Aggregate;
  readonly entries: AggregateEntries;
  readonly size: number;
}

/** Aggregates in LMDB. One process writes, and it decides every race within one event turn; lists wait for what is on its way to the disk. */
export class EmbeddedAggregates implements AggregateStore {
  readonly #docs: Table<string>;
  readonly #lists: IndexTable;
  readonly #terms: IndexTable;
  readonly #due: IndexTable;
  /** Unique name → the id of the document that has it. */
  readonly #holders: Table<string>;
  readonly #recent = new Recent<Known>(recentBudget);

  constructor(environment: Environment) {
    this.#docs = environment.table('aggregates');
    this.#lists = environment.index('aggregates-by-list');
    this.#terms = environment.index('aggregates-by-term');
    this.#due = environment.index('aggregates-by-due');
    this.#holders = environment.table('aggregates-by-name');
  }

  async load<S>(id: string): Promise<Aggregate<S> | undefined> {
    return this.#latest(checkedId(id))?.doc as Aggregate<S> | undefined;
  }

  async loadMany<S>(ids: readonly string[]): Promise<Aggregate<S>[]> {
    const found = ids.map((id) => this.#latest(checkedId(id))?.doc as Aggregate<S> | undefined);
    return found.filter((doc) => doc !== undefined);
  }

  async insert<S>(doc: Aggregate<S>, answered: Answered = 'on disk'): Promise<boolean> {
    if (doc._v !== 1) throw new Error(`A new document has _v 1, not ${doc._v}: ${doc._id}`);
    if (this.#latest(checkedId(doc._id)) === undefined) this.#requireFree(doc);
    return this.#add(doc, answered);
  }

  async reinstate<S>(doc: Aggregate<S>): Promise<boolean> {
    return this.#add(doc, 'on disk');
  }

  async replace<S>(doc: Aggregate<S>, answered: Answered = 'on disk'): Promise<boolean> {
    checkedId(doc._id);
    const previous = this.#latest(doc._id);
    if (previous?.doc._v !== doc._v) return false;
    this.#requireFree(doc);
    const written = this.#write({ ...doc, _v: doc._v + 1 }, previous);
    if (answered === 'on disk') await written;
    return true;
  }

  async range(list: string, after: Keyset | null, limit: number): Promise<Listed[]> {
    const name = checkedName(list);
    await this.#docs.settled();
    return listRange(this.#lists, name, after, limit);
  }

  async rangeBack(list: string, before: Keyset | null, limit: number): Promise<Listed[]> {
    const name = checkedName(list);
    await this.#docs.settled();
    return listRangeBack(this.#lists, name, before, limit);
  }

  async due(now: number, limit: number): Promise<{ readonly id: string; readonly nextDueAt: number }[]> {
    await this.#docs.settled();
    const keys = this.#due.keys('0', orderedNumber(Math.max(0, Math.floor(now) + 1)), limit);
    return Array.from(keys, (key) => ({ id: key.slice(17), nextDueAt: Number(key.slice(0, 16)) }));
  }

  async countTerm(term: string, prefix: boolean, cap: number): Promise<number> {
    await this.#docs.settled();
    return this.#carriers(term, prefix, cap).size;
  }

  async byTerm(term: string, prefix: boolean, cap: number): Promise<string[]> {
    await this.#docs.settled();
    return [...this.#carriers(term, prefix, cap)];
  }

  async ids(after: string | null, limit: number): Promise<string[]> {
    const start = after === null ? ' ' : `${checkedId(after)}\0`;
    await this.#docs.settled();
    return this.#docs.keys(start, '\u{10ffff}', limit);
  }

  #carriers(term: string, prefix: boolean, cap: number): Set<string> {
    const found = new Set<string>();
    const start = prefix ? checkedName(term) : `${checkedName(term)}\0`;
    const end = prefix ? `${term}\u{10ffff}` : `${term}\u0001`;
    if (cap <= 0) return found;
    for (const key of this.#terms.keys(start, end, Number.POSITIVE_INFINITY)) {
      found.add(key.slice(key.indexOf('\0') + 1));
      if (found.size >= cap) break;
    }
    return found;
  }

  #latest(id: string): Known | undefined {
    const recent = this.#recent.get(id);
    if (recent) return recent;
    const text = this.#docs.get(id);
    if (text === undefined) return undefined;
    const doc = parsed(text);
    return this.#keep(doc, aggregateEntries(doc), text.length);
  }

  async #add(doc: Aggregate, answered: Answered): Promise<boolean> {
    checkedId(doc._id);
    if (this.#latest(doc._id)) return false;
    const written = this.#write(doc, undefined);
    if (answered === 'on disk') await written;
    return true;
  }

  #requireFree({ _id, index: { unique } }: Aggregate): void {
    const holder = unique === undefined ? undefined : this.#holders.get(checkedName(unique));
    if (holder !== undefined && holder !== _id) throw new NameTaken(`${unique} is the name of ${holder}`);
  }

  /** In the same turn as the document, so that no other comes in between. */
  #hold(doc: Aggregate, before: string | undefined): void {
    const { unique } = doc.index;
    if (before !== undefined && before !== unique && this.#holders.get(before) === doc._id)
      void this.#holders.remove(before);
    if (unique !== undefined && !this.#holders.has(unique)) void this.#holders.put(unique, doc._id);
  }

  #write(doc: Aggregate, previous: Known | undefined): Promise<void> {
    // Everything is checked, and every key built, before the first write: a refused one must leave nothing half written.
    const same = storable(doc);
    const entries = aggregateEntries(doc, previous);
    const before = previous?.entries ?? noEntries;
    this.#hold(doc, previous?.doc.index.unique);
    this.#lists.replace(before.lists, entries.lists);
    this.#terms.replace(before.terms, entries.terms);
    this.#due.replace(before.due, entries.due);
    const kept = same ? doc : parsed(aggregateText(doc));
    const known = this.#keep(kept, entries, previous?.size ?? firstSize);
    return this.#docs.putLater(doc._id, () => {
      const text = aggregateText(kept);
      if (this.#recent.get(doc._id) === known) this.#keep(kept, entries, text.length);
      return text;
    });
  }

  #keep(doc: Aggregate, entries: AggregateEntries, size: number): Known {
    const known = { doc, entries, size };
    this.#recent.keep(doc._id, known);
    return known;
  }
}

/** Frozen, since it is shared with every reader. */
function parsed(text: string): Aggregate {
  const doc = JSON.parse(text) as Aggregate;
  storable(doc);
  return doc;
}
