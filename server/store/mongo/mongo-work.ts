import type { Collection, Db } from 'mongodb';
import { type WorkOrder, workSort } from '../../../domain/stream/case/work-sort.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { WorkRow, WorkStore } from '../../ports/work.ts';
import { checkedId, checkedName, orderedNumber } from '../index-key.ts';
import { orderedText } from '../ordered-text.ts';
import { checkWorkRows } from '../work-rows.ts';
import { guarded, unlessTaken } from './mongo-guard.ts';
import { listPage } from './mongo-list.ts';
import type { ReturnedDocuments } from './returned-documents.ts';

/** The rows a case should have; the truth from which the row documents are made. */
interface CaseDocument {
  readonly _id: string;
  readonly _v: number;
  readonly upto: number;
  readonly rows: string;
}

/** One row as the inbox finds it. */
interface RowDocument {
  readonly _id: string;
  readonly caseId: string;
  readonly list: string;
  readonly sort: string;
  /** The same in the order of what is due first. */
  readonly due: string;
  readonly text: string;
}

/** Work rows in MongoDB. */
export class MongoWork implements WorkStore {
  readonly #cases: Collection<CaseDocument>;
  readonly #rows: Collection<RowDocument>;
  readonly #returned: ReturnedDocuments;

  constructor(db: Db, returned: ReturnedDocuments) {
    this.#cases = db.collection('workCases');
    this.#rows = db.collection('workRows');
    this.#returned = returned;
  }

  async createIndexes(): Promise<void> {
    await this.#rows.createIndexes([
      { key: { list: 1, sort: 1, _id: 1 }, name: 'range' },
      { key: { list: 1, due: 1, _id: 1 }, name: 'dueRange' },
      { key: { caseId: 1 }, name: 'case' },
    ]);
  }

  async project(caseId: string, upto: number, rows: readonly WorkRow[]): Promise<boolean> {
    orderedNumber(upto);
    checkWorkRows(checkedId(caseId), rows);
    const isMine = await this.#claim(caseId, upto, JSON.stringify(rows));
    await this.#reconcile(caseId);
    return isMine;
  }

  async range(
    list: string,
    after: Keyset | null,
    limit: number,
    order: WorkOrder = 'priority',
  ): Promise<WorkRow[]> {
    const by = order === 'due' ? 'due' : 'sort';
    const found = await listPage(this.#rows, { field: 'list', by, list, after, limit }, this.#returned);
    return found.map(({ text }) => JSON.parse(text) as WorkRow);
  }

  async count(list: string, cap: number): Promise<number> {
    if (cap <= 0) return 0;
    const cursor = this.#rows.find({ list: checkedName(list) }, { projection: { _id: 1 }, limit: cap });
    const found = await guarded(() => cursor.toArray());
    this.#returned.count(found.length);
    return found.length;
  }

  async clear(): Promise<void> {
    await guarded(() => this.#cases.deleteMany({}));
    await guarded(() => this.#rows.deleteMany({}));
  }

  /** Writes what the case should have; false when a later event was there first. */
  async #claim(caseId: string, upto: number, rows: string): Promise<boolean> {
    for (;;) {
      const found = await guarded(() => this.#cases.findOne({ _id: caseId }));
      if (found && found.upto > upto) return false;
      if (!found) {
        if (await unlessTaken(() => this.#cases.insertOne({ _id: caseId, _v: 1, upto, rows }))) return true;
        continue;
      }
      const { _id, _v } = found;
      const next = { _id, _v: _v + 1, upto, rows };
      const { matchedCount } = await guarded(() => this.#cases.replaceOne({ _id, _v }, next));
      if (matchedCount === 1) return true;
    }
  }

  /**
   * Makes the row documents what the case should have, and looks again whether that changed meanwhile:
   * whoever writes rows of an older event last repairs them, so the latest always stays.
   */
  async #reconcile(caseId: string): Promise<void> {
    for (;;) {
      const wanted = await guarded(() => this.#cases.findOne({ _id: caseId }));
      const rows = wanted ? (JSON.parse(wanted.rows) as WorkRow[]).map(rowDocument) : [];
      const present = await guarded(() => this.#rows.find({ caseId }).toArray());
      const texts = new Map(present.map(({ _id, text, due }) => [_id, due === undefined ? '' : text]));
      for (const row of rows) {
        if (texts.get(row._id) !== row.text) await this.#put(row);
        texts.delete(row._id);
      }
      for (const _id of texts.keys()) await guarded(() => this.#rows.deleteOne({ _id }));
      const now = await guarded(() => this.#cases.findOne({ _id: caseId }));
      if (now?._v === wanted?._v) return;
    }
  }

  async #put(row: RowDocument): Promise<void> {
    const { _id } = row;
    for (;;) {
      const { matchedCount } = await guarded(() => this.#rows.replaceOne({ _id }, row));
      if (matchedCount === 1) return;
      if (await unlessTaken(() => this.#rows.insertOne({ ...row }))) return;
    }
  }
}

function rowDocument(row: WorkRow): RowDocument {
  const { _id, caseId, list } = row;
  const [sort, due] = [orderedText(workSort(row, 'priority')), orderedText(workSort(row, 'due'))];
  return { _id, caseId, list, sort, due, text: JSON.stringify(row) };
}
