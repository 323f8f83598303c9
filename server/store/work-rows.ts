import type { WorkRow } from '../ports/work.ts';
import { checkedId, indexKey } from './index-key.ts';
import { storable } from './storable.ts';

/**
 * Checks and freezes the rows of one case and answers their index keys.
 * @throws Error when one holds more than plain JSON or belongs to another case.
 */
export function checkWorkRows(caseId: string, rows: readonly WorkRow[]): string[] {
  storable(rows);
  return rows.map((row) => {
    if (row.caseId !== caseId || !row._id.startsWith(`${caseId}|`)) {
      throw new Error(`Work row ${row._id} does not belong to case ${caseId}`);
    }
    return workRowKey(row);
  });
}

/** The index key of one row. */
export function workRowKey(row: WorkRow): string {
  return indexKey(row.list, row.sort, checkedId(row._id));
}
