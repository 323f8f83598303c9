import type { WorkOrder } from '../../../domain/stream/case/work-sort.ts';
import type { Answered, Keyset } from '../../ports/aggregates.ts';
import type { WorkRow, WorkStore } from '../../ports/work.ts';
import { checkedId, checkedName, orderedNumber } from '../index-key.ts';
import { checkWorkRows, dueList, workRowKeys } from '../work-rows.ts';
import type { Environment } from './environment.ts';
import type { IndexTable } from './index-table.ts';
import { listRange } from './list-range.ts';
import type { Table } from './table.ts';

interface CaseWork {
  /** There where its rows stand in both orders: those of earlier products stand by urgency alone. */
  readonly both?: true;
  readonly upto: number;
  readonly rows: readonly WorkRow[];
}

/** Work rows in LMDB, all rows of one case together under its id. */
export class EmbeddedWork implements WorkStore {
  readonly #cases: Table<string>;
  readonly #lists: IndexTable;

  constructor(environment: Environment) {
    this.#cases = environment.table('work');
    this.#lists = environment.index('work-by-list');
  }

  async project(
    caseId: string,
    upto: number,
    rows: readonly WorkRow[],
    answered: Answered = 'on disk',
  ): Promise<boolean> {
    orderedNumber(upto);
    const previous = this.#of(checkedId(caseId));
    const entries = checkWorkRows(caseId, rows);
    if (previous && previous.upto > upto) return false;
    const text = JSON.stringify({ both: true, upto, rows } satisfies CaseWork);
    // Projected at the commit and again before it counts as logged: mostly there is nothing to write.
    if (text !== this.#cases.get(caseId)) {
      this.#lists.replace(keysOf(previous), entries);
      this.#cases.put(caseId, text).catch(() => undefined);
    }
    if (answered === 'on disk') await this.#cases.settled();
    return true;
  }

  async range(
    list: string,
    after: Keyset | null,
    limit: number,
    order: WorkOrder = 'priority',
  ): Promise<WorkRow[]> {
    const name = checkedName(list);
    await this.#cases.settled();
    const listed = listRange(this.#lists, order === 'due' ? dueList(name) : name, after, limit);
    return listed.flatMap(({ id }) => this.#row(list, id) ?? []);
  }

  async count(list: string, cap: number): Promise<number> {
    let count = 0;
    await this.#cases.settled();
    for (const _ of this.#lists.keys(`${checkedName(list)}\0`, `${list}\u0001`, cap)) count++;
    return count;
  }

  async clear(): Promise<void> {
    await this.#cases.settled();
    for (let keys = this.#batch(); keys.length > 0; keys = this.#batch()) {
      for (const key of keys) {
        this.#lists.replace(keysOf(this.#of(key)), []);
        this.#cases.remove(key).catch(() => undefined);
      }
      await this.#cases.settled();
    }
  }

  #batch(): string[] {
    return this.#cases.keys(' ', '\u{10ffff}', 500);
  }

  #of(caseId: string): CaseWork | undefined {
    const text = this.#cases.get(caseId);
    return text === undefined ? undefined : (JSON.parse(text) as CaseWork);
  }

  #row(list: string, id: string): WorkRow | undefined {
    const caseId = id.slice(0, id.indexOf('|'));
    return this.#of(caseId)?.rows.find((row) => row._id === id && row.list === list);
  }
}

/** The index entries that stand for a case: those of both orders, or of the one that there was. */
function keysOf(work: CaseWork | undefined): string[] {
  if (work === undefined) return [];
  return work.rows.flatMap((row) => (work.both ? workRowKeys(row) : workRowKeys(row).slice(0, 1)));
}
