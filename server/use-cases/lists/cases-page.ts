import { type Ability, abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { listTokensOf, tokensOf } from '../../../domain/access/tokens-of.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { dayOf } from '../../../domain/analysis/case-measures.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState, Category } from '../../../domain/stream/case/case-state.ts';
import { readingList, sortOfCase } from '../../../domain/stream/case/case-stream.ts';
import { dueAtOf, workOf } from '../../../domain/stream/case/work-rows.ts';
import type { Keyset, Listed } from '../../ports/aggregates.ts';
import { type Counted, countedIn } from './counted-in.ts';
import { type ListDeps, type Page, pageLength } from './list-deps.ts';
import { type MergedPage, type MergedRange, mergeRanges } from './merge-ranges.ts';
import { casesById, placeOfRow, workRange } from './work-page.ts';

/**
 * Which cases: those I have, those of my teams and pools, those waiting for my approval, those nobody could be found for, those I asked for,
 * or every case I may read.
 */
export const caseViews = ['mine', 'team', 'approvals', 'unassigned', 'requested', 'all'] as const;
export type CaseView = (typeof caseViews)[number];

/** What narrows a list of cases. */
export interface CaseFilter {
  readonly type?: string;
  readonly category?: Category;
  readonly state?: string;
  /** Who has the case at present; a closed one nobody has. */
  readonly owner?: string;
  /** Only cases that are still open, or only finished ones. */
  readonly open?: 'true' | 'false';
  /** Only open cases past their due time, or only those that are not. */
  readonly late?: 'true' | 'false';
  /** Days between which, both inclusive, they came into the state they are in. */
  readonly sinceFrom?: string;
  readonly sinceTo?: string;
  /** Only cases that dashboards count under this name, from a day to a day. */
  readonly counted?: Counted['name'];
  readonly from?: string;
  readonly to?: string;
}

/** Which page of which list of cases. */
export interface CasesQuery extends CaseFilter {
  readonly viewer: Viewer;
  readonly view: CaseView;
  readonly limit: number;
  readonly cursor?: string | null;
  /** Epoch milliseconds; what is late is late by now. */
  readonly now: number;
}

/** One page of cases, newest first (approvals: the most urgent first), each checked as it is now. @throws DomainError CURSOR_INVALID. */
export async function casesPage(deps: ListDeps, query: CasesQuery): Promise<Page<Aggregate<CaseState>>> {
  const { viewer, view, limit, cursor, now, ...narrowing } = query;
  const filter: CaseFilter = Object.fromEntries(
    Object.entries(narrowing).filter(([, value]) => value !== undefined),
  );
  const name = `cases ${view} ${viewer.personId} ${hashJson(filter)}`;
  const after = deps.cursors.read(name, cursor) ?? beginningOf(view, filter);
  const where = { view, filter, after, limit: pageLength(limit), now };
  const page = await readCases(deps, abilityOf(viewer), where);
  return { items: page.items, next: page.next === null ? null : deps.cursors.write(name, page.next) };
}

interface Where {
  readonly view: CaseView;
  readonly filter: CaseFilter;
  readonly after: Keyset | null;
  readonly limit: number;
  readonly now: number;
}

const dayMs = 86_400_000;

/** Cases submitted later than the days asked for cannot be in the list: it begins behind them. Approvals are not ordered by submission. */
function beginningOf(view: CaseView, { sinceTo, counted, to }: CaseFilter): Keyset | null {
  const last = counted === undefined ? sinceTo : to;
  if (last === undefined || view === 'approvals') return null;
  return { sort: sortOfDay(last, dayMs - 1), id: '' };
}

/** Where the list ends for certain: of what was submitted, at the first day asked for. */
function endOf({ counted, from }: CaseFilter): string | undefined {
  return counted === 'submitted' && from !== undefined ? sortOfDay(from) : undefined;
}

/** Nothing was submitted before 1970, and days before it do not sort as days. */
const sortOfDay = (day: string, laterMs = 0): string => sortOfCase(Math.max(0, Date.parse(day) + laterMs));

/** One page of cases by its place. */
export async function readCases(
  deps: Pick<ListDeps, 'store'>,
  ability: Ability,
  where: Where,
): Promise<MergedPage<Aggregate<CaseState>>> {
  const { view, filter, after, limit, now } = where;
  const { store } = deps;
  return mergeRanges<Listed, Aggregate<CaseState>>({
    ranges:
      view === 'approvals'
        ? [approvalRange(deps, ability.viewer.personId)]
        : listsOf(ability.viewer, view, filter).map((list) => caseRange(deps, list, endOf(filter))),
    placeOf: ({ sort, id }) => ({ sort, id }),
    after,
    limit,
    show: async (listed) => {
      const docs = await casesById(
        deps,
        listed.map(({ id }) => id),
      );
      const shown = listed.map(async ({ id }) => {
        const doc = docs.get(id);
        if (doc === undefined || !isIn(ability.viewer, view, doc.state)) return undefined;
        if (!fitsCase(filter, doc.state, now) || !ability.can('read', caseSubject(doc))) return undefined;
        return (await isCounted(store, filter, doc)) ? doc : undefined;
      });
      return Promise.all(shown);
    },
  });
}

/** The ranges a view reads: the narrowest lists that hold all of it. */
function listsOf(viewer: Viewer, view: CaseView, filter: CaseFilter): string[] {
  const facet = facetOf(filter);
  const tokens = tokensOf(viewer);
  if (tokens.length === 0) return [];
  switch (view) {
    case 'mine':
      return [`owner:${viewer.personId}`];
    case 'requested':
      return [`requester:${viewer.personId}`];
    case 'unassigned':
      return listTokensOf(viewer).map((token) => readingList(token, 'unassigned'));
    case 'team':
      return tokens.filter(isOfTeam).map((token) => readingList(token, facet));
    default:
      return filter.owner === undefined
        ? listTokensOf(viewer).map((token) => readingList(token, facet))
        : [`owner:${filter.owner}`];
  }
}

const isOfTeam = (token: string): boolean => token.startsWith('team:') || token.startsWith('pool:');

function facetOf({ type, category }: CaseFilter): string | undefined {
  if (type !== undefined) return `type:${type}`;
  return category === undefined ? undefined : `category:${category}`;
}

function caseRange(
  { store }: Pick<ListDeps, 'store'>,
  list: string,
  last: string | undefined,
): MergedRange<Listed> {
  return {
    async read(after, limit) {
      const items = await store.aggregates.range(list, after, limit);
      const within = last === undefined ? items : items.filter(({ sort }) => sort <= last);
      return { items: within, done: within.length < limit };
    },
  };
}

/** Cases by the work rows that ask for the person's signature. */
function approvalRange(deps: Pick<ListDeps, 'store'>, person: string): MergedRange<Listed> {
  const range = workRange(deps, `approve:person:${person}`);
  return {
    async read(after, limit) {
      const behind = after === null ? null : { sort: after.sort, id: `${after.id}|approve` };
      const { items, done } = await range.read(behind, limit);
      return { items: items.map((row) => ({ id: row.caseId, sort: placeOfRow(row).sort })), done };
    },
  };
}

/** Whether a case belongs to a view as it is now. */
function isIn(viewer: Viewer, view: CaseView, state: CaseState): boolean {
  const me = viewer.personId;
  switch (view) {
    case 'mine':
      return state.open && state.owner === me;
    case 'requested':
      return state.requester === me || state.behalf === me;
    case 'approvals':
      return workOf(state).some(({ task, token }) => task === 'approve' && token === `person:${me}`);
    case 'unassigned':
      return state.open && state.placement === 'unassigned';
    case 'team':
      return viewer.teams.includes(state.team ?? '') || viewer.pools.includes(state.pool ?? '');
    case 'all':
      return true;
  }
}

/** Whether a case as it is now is one that a filter asks for; what dashboards counted is not looked at. */
export function fitsCase(filter: CaseFilter, found: CaseState, now: number): boolean {
  const { type, category, state, owner, open, late } = filter;
  if (type !== undefined && found.type !== type) return false;
  if (category !== undefined && found.category !== category) return false;
  if (state !== undefined && found.state !== state) return false;
  if (open !== undefined && String(found.open) !== open) return false;
  if (late !== undefined && String(isLate(found, now)) !== late) return false;
  if (owner !== undefined && !(found.open && found.owner === owner)) return false;
  return isOfAge(filter, found);
}

function isLate(found: CaseState, now: number): boolean {
  const dueAt = dueAtOf(found);
  return found.open && dueAt !== null && dueAt <= now;
}

function isOfAge({ sinceFrom = '', sinceTo = '9999' }: CaseFilter, { stateSince }: CaseState): boolean {
  const since = dayOf(stateSince);
  return since >= sinceFrom && since <= sinceTo;
}

/** Nothing is counted after the last change of a case: only what changed late enough is looked into. */
async function isCounted(
  store: ListDeps['store'],
  { counted, from, to }: CaseFilter,
  doc: Aggregate<CaseState>,
): Promise<boolean> {
  if (counted === undefined || from === undefined || to === undefined) return true;
  return dayOf(doc.state.updatedAt) >= from && countedIn(store, doc, { name: counted, from, to });
}
