import { type Ability, abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { tokensOf } from '../../../domain/access/tokens-of.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { stamp, type WorkOrder, workSort } from '../../../domain/stream/case/work-sort.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { WorkRow } from '../../ports/work.ts';
import { type ListDeps, type Page, pageLength } from './list-deps.ts';
import { type MergedPage, type MergedRange, mergeRanges } from './merge-ranges.ts';
import { workRowsOf } from './project-work.ts';

/** What an inbox shows: what is mine to do, my teams' and pools', my approvals, or what nobody could be found for. */
export const workViews = ['mine', 'team', 'approvals', 'unassigned'] as const;
export type WorkView = (typeof workViews)[number];

/** One task of an inbox, with the case it is about as it is now. */
export interface WorkItem {
  readonly row: WorkRow;
  readonly doc: Aggregate<CaseState>;
}

/** What narrows an inbox. */
export interface WorkFilter {
  readonly type?: string;
  /** Only what is due before this instant, in milliseconds. */
  readonly dueBefore?: number;
}

/** Which page of which inbox. */
export interface WorkQuery extends WorkFilter {
  readonly viewer: Viewer;
  readonly view: WorkView;
  /** The most urgent first, unless by what is due first. */
  readonly order?: WorkOrder;
  readonly limit: number;
  readonly cursor?: string | null;
}

/** The ranges of work rows a view reads. */
function listsOf(viewer: Viewer, view: WorkView): string[] {
  const tokens = tokensOf(viewer);
  const begin = (prefix: string): string[] => tokens.filter((token) => token.startsWith(`${prefix}:`));
  switch (view) {
    case 'mine':
      return begin('person').flatMap((token) => [`handle:${token}`, `answer:${token}`]);
    case 'team':
      return [...begin('team'), ...begin('pool'), ...begin('role')].map((token) => `handle:${token}`);
    case 'approvals':
      return begin('person').map((token) => `approve:${token}`);
    case 'unassigned':
      return begin('role').map((token) => `review:${token}`);
  }
}

/** One page of an inbox; every row is checked against its case before it is shown. @throws DomainError CURSOR_INVALID. */
export async function workPage(deps: ListDeps, query: WorkQuery): Promise<Page<WorkItem>> {
  const { viewer, view, order = 'priority', type, dueBefore } = query;
  const filter: WorkFilter = {
    ...(type !== undefined && { type }),
    ...(dueBefore !== undefined && { dueBefore }),
  };
  const name = `work ${view} ${order} ${viewer.personId} ${hashJson({ ...filter })}`;
  const after = deps.cursors.read(name, query.cursor);
  const where = { view, order, filter, after, limit: pageLength(query.limit) };
  const page = await readWork(deps, abilityOf(viewer), where);
  return { items: page.items, next: page.next === null ? null : deps.cursors.write(name, page.next) };
}

/** Where a page of an inbox stands. */
export interface WorkPlace {
  readonly view: WorkView;
  readonly order?: WorkOrder;
  readonly filter?: WorkFilter;
  readonly after: Keyset | null;
  readonly limit: number;
}

/** One page of an inbox by its place. */
export async function readWork(
  deps: Pick<ListDeps, 'store'>,
  ability: Ability,
  { view, order = 'priority', filter = {}, after, limit }: WorkPlace,
): Promise<MergedPage<WorkItem>> {
  return mergeRanges<WorkRow, WorkItem>({
    ranges: listsOf(ability.viewer, view).map((list) => workRange(deps, list, { order, ...filter })),
    placeOf: (row) => placeOfRow(row, order),
    after,
    limit,
    show: async (rows) => {
      const docs = await casesById(
        deps,
        rows.map(({ caseId }) => caseId),
      );
      return rows.map((row) => {
        const item = standing(ability, row, docs.get(row.caseId));
        return item !== undefined && passes(filter, item) ? item : undefined;
      });
    },
  });
}

/** The same task of a case stands at one place, whichever token it was found by. */
export function placeOfRow(row: WorkRow, order: WorkOrder = 'priority'): Keyset {
  return { sort: workSort(row, order), id: `${row.caseId}|${row.task}` };
}

/** The last instant that sorts as time does: rows never due stand at it. */
const lastStamped = 9_999_999_999_999;

/** One range of work rows; a row that went while it was read may shorten what comes, so only nothing at all is the end. */
export function workRange(
  { store }: Pick<ListDeps, 'store'>,
  list: string,
  { order = 'priority', dueBefore }: { readonly order?: WorkOrder; readonly dueBefore?: number } = {},
): MergedRange<WorkRow> {
  const end = order === 'due' && dueBefore !== undefined ? stamp(Math.min(dueBefore, lastStamped)) : null;
  return {
    async read(after, limit) {
      const behind = after === null ? null : { sort: after.sort, id: `${after.id}|~` };
      const items = await store.work.range(list, behind, limit, order);
      if (end === null) return { items, done: items.length === 0 };
      const before = items.filter((row) => workSort(row, order) < end);
      return { items: before, done: before.length < items.length || items.length === 0 };
    },
  };
}

function passes({ type, dueBefore }: WorkFilter, { row, doc }: WorkItem): boolean {
  if (type !== undefined && doc.state.type !== type) return false;
  return dueBefore === undefined || (row.dueAt !== null && row.dueAt < dueBefore);
}

/** Cases by id. */
export async function casesById(
  { store }: Pick<ListDeps, 'store'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Aggregate<CaseState>>> {
  const docs = await store.aggregates.loadMany<CaseState>([...new Set(ids)]);
  return new Map(docs.map((doc) => [doc._id, doc]));
}

/** The row as its case says it is now; undefined when the case no longer asks for this, or is not the viewer's to see. */
function standing(
  ability: Ability,
  row: WorkRow,
  doc: Aggregate<CaseState> | undefined,
): WorkItem | undefined {
  if (doc === undefined || !ability.can('read', caseSubject(doc))) return undefined;
  const now = workRowsOf(doc._id, doc.state).find(({ _id }) => _id === row._id);
  return now && { row: now, doc };
}
