import type { Collection, Db } from 'mongodb';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { type AggregateStore, type Keyset, type Listed, NameTaken } from '../../ports/aggregates.ts';
import { aggregateText } from '../aggregate-text.ts';
import { checkedId, checkedName, indexKey, orderedNumber } from '../index-key.ts';
import { orderedText, plainText } from '../ordered-text.ts';
import { storable } from '../storable.ts';
import { guarded, unlessNameTaken, unlessTaken } from './mongo-guard.ts';
import { listPage } from './mongo-list.ts';
import type { ReturnedDocuments } from './returned-documents.ts';

/** An aggregate beside what it is found by. Its text is JSON: BSON reorders integer-like keys and has its own `-0`. */
interface AggregateDocument {
  readonly _id: string;
  readonly _v: number;
  readonly due?: number;
  readonly lists: readonly string[];
  readonly sort: string;
  readonly terms: readonly string[];
  readonly text: string;
  readonly unique?: string;
}

/** Ids asked for in one find. */
const idsAtOnce = 1_000;

/** Aggregates in MongoDB. */
export class MongoAggregates implements AggregateStore {
  readonly #docs: Collection<AggregateDocument>;
  readonly #returned: ReturnedDocuments;

  constructor(db: Db, returned: ReturnedDocuments) {
    this.#docs = db.collection('aggregates');
    this.#returned = returned;
  }

  async createIndexes(): Promise<void> {
    await this.#docs.createIndexes([
      { key: { lists: 1, sort: 1, _id: 1 }, name: 'range' },
      { key: { due: 1, _id: 1 }, name: 'due' },
      { key: { terms: 1 }, name: 'terms' },
      { key: { unique: 1 }, name: 'unique', unique: true, sparse: true },
    ]);
  }

  async load<S>(id: string): Promise<Aggregate<S> | undefined> {
    const found = await guarded(() => this.#docs.findOne({ _id: checkedId(id) }));
    if (!found) return undefined;
    this.#returned.count(1);
    return JSON.parse(found.text) as Aggregate<S>;
  }

  async loadMany<S>(ids: readonly string[]): Promise<Aggregate<S>[]> {
    const texts = new Map<string, string>();
    for (let i = 0; i < ids.length; i += idsAtOnce) {
      const $in = ids.slice(i, i + idsAtOnce).map(checkedId);
      const found = await guarded(() => this.#docs.find({ _id: { $in } }).toArray());
      this.#returned.count(found.length);
      for (const { _id, text } of found) texts.set(_id, text);
    }
    return ids.flatMap((id) => {
      const text = texts.get(id);
      return text === undefined ? [] : (JSON.parse(text) as Aggregate<S>);
    });
  }

  async insert<S>(doc: Aggregate<S>): Promise<boolean> {
    if (doc._v !== 1) throw new Error(`A new document has _v 1, not ${doc._v}: ${doc._id}`);
    const stored = aggregateDocument(doc);
    if (await unlessTaken(() => this.#docs.insertOne(stored))) return true;
    await this.#requireIdTaken(stored);
    return false;
  }

  async reinstate<S>(doc: Aggregate<S>): Promise<boolean> {
    const stored = aggregateDocument(doc);
    if (await unlessTaken(() => this.#docs.insertOne(stored))) return true;
    const { unique, ...nameless } = stored;
    return unique !== undefined && (await unlessTaken(() => this.#docs.insertOne(nameless)));
  }

  async replace<S>(doc: Aggregate<S>): Promise<boolean> {
    const stored = aggregateDocument({ ...doc, _v: doc._v + 1 });
    const { _id, _v } = doc;
    const { matchedCount } = await unlessNameTaken(() => this.#docs.replaceOne({ _id, _v }, stored));
    return matchedCount === 1;
  }

  /** Of two reasons not to insert a document: passes when it was its id. */
  async #requireIdTaken({ _id, unique }: AggregateDocument): Promise<void> {
    if (unique === undefined) return;
    const found = await guarded(() => this.#docs.findOne({ _id }, { projection: { _id: 1 } }));
    if (found === null) throw new NameTaken(`${unique} is another document’s name`);
  }

  async range(list: string, after: Keyset | null, limit: number): Promise<Listed[]> {
    const page = { field: 'lists' as const, list, after, limit, projection: { sort: 1 } };
    const found = await listPage(this.#docs, page, this.#returned);
    return found.map(({ _id, sort }) => ({ id: _id, sort: plainText(sort) }));
  }

  async rangeBack(list: string, before: Keyset | null, limit: number): Promise<Listed[]> {
    const page = { field: 'lists' as const, list, after: before, limit, projection: { sort: 1 }, back: true };
    const found = await listPage(this.#docs, page, this.#returned);
    return found.map(({ _id, sort }) => ({ id: _id, sort: plainText(sort) }));
  }

  async due(now: number, limit: number): Promise<{ readonly id: string; readonly nextDueAt: number }[]> {
    if (limit <= 0) return [];
    const cursor = this.#docs.find(
      { due: { $lte: now } },
      { projection: { due: 1 }, sort: { due: 1, _id: 1 }, limit },
    );
    const found = await guarded(() => cursor.toArray());
    this.#returned.count(found.length);
    return found.map(({ _id, due }) => ({ id: _id, nextDueAt: due ?? 0 }));
  }

  async countTerm(term: string, prefix: boolean, cap: number): Promise<number> {
    return (await this.byTerm(term, prefix, cap)).length;
  }

  async byTerm(term: string, prefix: boolean, cap: number): Promise<string[]> {
    if (cap <= 0) return [];
    const name = checkedName(term);
    // Both bounds in one $elemMatch: apart, each could be met by another term of the document.
    const terms = prefix ? { $elemMatch: { $gte: name, $lt: `${name}\u{10ffff}` } } : name;
    const cursor = this.#docs.find({ terms }, { projection: { _id: 1 }, limit: cap });
    const found = await guarded(() => cursor.toArray());
    this.#returned.count(found.length);
    return found.map(({ _id }) => _id);
  }

  async ids(after: string | null, limit: number): Promise<string[]> {
    if (limit <= 0) return [];
    const filter = after === null ? {} : { _id: { $gt: checkedId(after) } };
    const cursor = this.#docs.find(filter, { projection: { _id: 1 }, sort: { _id: 1 }, limit });
    const found = await guarded(() => cursor.toArray());
    this.#returned.count(found.length);
    return found.map(({ _id }) => _id);
  }
}

function aggregateDocument(doc: Aggregate): AggregateDocument {
  storable(doc);
  const { _id, _v, nextDueAt, index } = doc;
  for (const list of index.lists) indexKey(list, index.sort, checkedId(_id));
  if (nextDueAt !== null) orderedNumber(nextDueAt);
  return {
    _id,
    _v,
    ...(nextDueAt !== null && { due: nextDueAt }),
    lists: [...new Set(index.lists)],
    sort: orderedText(index.sort),
    terms: [...new Set(index.terms ?? [])].map(checkedName),
    text: aggregateText(doc),
    ...(index.unique === undefined ? {} : { unique: checkedName(index.unique) }),
  };
}
