import type { Collection, Document, Filter, FindCursor, WithId } from 'mongodb';
import type { Keyset } from '../../ports/aggregates.ts';
import { checkedId, checkedName } from '../index-key.ts';
import { orderedText } from '../ordered-text.ts';
import { guarded } from './mongo-guard.ts';
import type { ReturnedDocuments } from './returned-documents.ts';

/** A document that stands in lists: `sort` is in ordered form. */
export interface ListedDocument extends Document {
  readonly _id: string;
  readonly sort: string;
}

/** Which list of a collection, from where on, and what to return of each document. */
export interface ListPage {
  /** The field that holds the list's name: `lists` (several) or `list` (one). */
  readonly field: 'lists' | 'list';
  readonly list: string;
  /** The field it is ordered by: `sort` unless named. */
  readonly by?: 'sort' | 'due';
  readonly after: Keyset | null;
  readonly limit: number;
  readonly projection?: Document;
  /** From the end of the list: in descending order, strictly before `after`. */
  readonly back?: boolean;
}

/**
 * One page of one list in ascending `(sort, _id)`, strictly behind `after`; with `back` in descending order, strictly before it.
 * One range of one index: token equal, `sort` from the last key on; ties already seen are dropped here.
 */
export async function listPage<D extends ListedDocument>(
  collection: Collection<D>,
  page: ListPage,
  returned: ReturnedDocuments,
): Promise<WithId<D>[]> {
  const { field, by = 'sort', after, limit, back = false } = page;
  if (limit <= 0) return [];
  const list = checkedName(page.list);
  const from = after && { sort: orderedText(after.sort), id: after.id === '' ? '' : checkedId(after.id) };
  const filter: Document = from
    ? { [field]: list, [by]: back ? upTo(from.sort) : { $gte: from.sort } }
    : { [field]: list };
  const cursor = collection.find(filter as Filter<D>, {
    sort: back ? { [by]: -1, _id: -1 } : { [by]: 1, _id: 1 },
    batchSize: limit + (from ? 1 : 0),
    ...(page.projection && { projection: page.projection }),
  });
  const isBehind = (doc: WithId<D>) => {
    if (!from || doc[by] !== from.sort) return true;
    return back ? String(doc._id) < from.id : String(doc._id) > from.id;
  };
  return guarded(() => collect(cursor, isBehind, limit, returned));
}

/** Everything up to a sort key, ties included: not every compatible server counts those in for `$lte` on the first keys of an index. */
const upTo = (sort: string): Document => ({ $lt: `${sort}\u0001` });

async function collect<D extends ListedDocument>(
  cursor: FindCursor<WithId<D>>,
  isBehind: (doc: WithId<D>) => boolean,
  limit: number,
  returned: ReturnedDocuments,
): Promise<WithId<D>[]> {
  const found: WithId<D>[] = [];
  try {
    for await (const doc of cursor) {
      returned.count(1);
      if (isBehind(doc)) found.push(doc);
      if (found.length >= limit) break;
    }
  } finally {
    await cursor.close();
  }
  return found;
}
