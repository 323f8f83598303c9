import type { Keyset, Listed } from '../../ports/aggregates.ts';
import { indexKey } from '../index-key.ts';
import { plainText } from '../ordered-text.ts';
import type { IndexTable } from './index-table.ts';

/** One page of one list in ascending `(sort, id)`, strictly behind `after`. */
export function listRange(table: IndexTable, list: string, after: Keyset | null, limit: number): Listed[] {
  const start = after === null ? `${list}\0` : `${indexKey(list, after.sort, after.id)}\0`;
  return Array.from(table.keys(start, `${list}\u0001`, limit), listedAs);
}

/** The same in descending order, strictly before `before`. */
export function listRangeBack(
  table: IndexTable,
  list: string,
  before: Keyset | null,
  limit: number,
): Listed[] {
  if (limit <= 0) return [];
  const start = before === null ? `${list}\u0001` : indexKey(list, before.sort, before.id);
  const keys = [...table.keys(start, `${list}\0`, limit + 1, true)];
  return keys
    .filter((key) => key !== start)
    .slice(0, limit)
    .map(listedAs);
}

function listedAs(key: string): Listed {
  const [, sort = '', id = ''] = key.split('\0');
  return { id, sort: plainText(sort) };
}
