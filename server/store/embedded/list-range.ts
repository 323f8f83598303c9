import type { Keyset, Listed } from '../../ports/aggregates.ts';
import { indexKey } from '../index-key.ts';
import { plainText } from '../ordered-text.ts';
import type { IndexTable } from './index-table.ts';

/** One page of one list in ascending `(sort, id)`, strictly behind `after`. */
export function listRange(table: IndexTable, list: string, after: Keyset | null, limit: number): Listed[] {
  const start = after === null ? `${list}\0` : `${indexKey(list, after.sort, after.id)}\0`;
  return Array.from(table.keys(start, `${list}\u0001`, limit), (key) => {
    const [, sort = '', id = ''] = key.split('\0');
    return { id, sort: plainText(sort) };
  });
}
