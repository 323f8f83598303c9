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
  readonly after: Keyset | null;
  readonly limit: number;
  readonly projection?: Document;
}

/**
 * One page of one list in ascending `(sort, _id)`, strictly behind `after`.
 * One range of one index: token equal, `sort` from the last key on; ties already seen are dropped here.
 */
export async function listPage<D extends ListedDocument>(
  collection: Collection<D>,
  page: ListPage,
  returned: ReturnedDocuments,
): Promise<WithId<D>[]> {
  const { field, after, limit } = page;
  if (limit <= 0) return [];
  const list = checkedName(page.list);
  const from = after && { sort: orderedText(after.sort), id: after.id === '' ? '' : checkedId(after.id) };
  const filter: Document = from ? { [field]: list, sort: { $gte: from.sort } } : { [field]: list };
  const cursor = collection.find(filter as Filter<D>, {
    sort: { sort: 1, _id: 1 },
    batchSize: limit + (from ? 1 : 0),
    ...(page.projection && { projection: page.projection }),
  });
  const isBehind = (doc: WithId<D>) => {
    return !from || doc.sort !== from.sort || String(doc._id) > from.id;
  };
  return guarded(() => collect(cursor, isBehind, limit, returned));
}

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
