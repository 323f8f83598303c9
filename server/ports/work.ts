import type { WorkOrder } from '../../domain/stream/case/work-sort.ts';
import type { Answered, Keyset } from './aggregates.ts';

/** One open task of one reader: what the inbox lists. */
export interface WorkRow {
  /** `${caseId}|${task}|${token}` */
  readonly _id: string;
  readonly caseId: string;
  readonly task: 'handle' | 'approve' | 'answer' | 'review';
  readonly token: string;
  /** `${task}:${token}`, the range it is read by. */
  readonly list: string;
  /** Priority then due time, as text that sorts by code unit: the most urgent first. */
  readonly sort: string;
  readonly priority: number;
  readonly dueAt: number | null;
}

/** Work rows, projected from cases; a case's rows are replaced together. */
export interface WorkStore {
  /** Replaces the rows of one case by those of its event `upto`; ignored (false) when rows of a later one are there. */
  project(caseId: string, upto: number, rows: readonly WorkRow[], answered?: Answered): Promise<boolean>;
  /** Rows strictly behind a place of that order (`workSort`), ascending. */
  range(list: string, after: Keyset | null, limit: number, order?: WorkOrder): Promise<WorkRow[]>;
  /** How many rows a list holds, counted no further than `cap`. */
  count(list: string, cap: number): Promise<number>;
  clear(): Promise<void>;
}
