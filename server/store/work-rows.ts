import { workSort } from '../../domain/stream/case/work-sort.ts';
import type { WorkRow } from '../ports/work.ts';
import { checkedId, indexKey } from './index-key.ts';
import { storable } from './storable.ts';

/**
 * Checks and freezes the rows of one case and answers their index keys.
 * @throws Error when one holds more than plain JSON or belongs to another case.
 */
export function checkWorkRows(caseId: string, rows: readonly WorkRow[]): string[] {
  storable(rows);
  return rows.flatMap((row) => {
    if (row.caseId !== caseId || !row._id.startsWith(`${caseId}|`)) {
      throw new Error(`Work row ${row._id} does not belong to case ${caseId}`);
    }
    return workRowKeys(row);
  });
}

/** The index keys of one row, one for each order, by urgency first. */
export function workRowKeys(row: WorkRow): string[] {
  const id = checkedId(row._id);
  return [
    indexKey(row.list, workSort(row, 'priority'), id),
    indexKey(dueList(row.list), workSort(row, 'due'), id),
  ];
}

/** The name under which a list stands in the order of what is due first. */
export const dueList = (list: string): string => `due ${list}`;
