import { type Ability, abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { listTokensOf, tokensOf } from '../../../domain/access/tokens-of.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState, Category } from '../../../domain/stream/case/case-state.ts';
import { readingList } from '../../../domain/stream/case/case-stream.ts';
import { workOf } from '../../../domain/stream/case/work-rows.ts';
import type { Keyset, Listed } from '../../ports/aggregates.ts';
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
}

/** Which page of which list of cases. */
export interface CasesQuery extends CaseFilter {
  readonly viewer: Viewer;
  readonly view: CaseView;
  readonly limit: number;
  readonly cursor?: string | null;
}

/** One page of cases, newest first (approvals: the most urgent first), each checked as it is now. @throws DomainError CURSOR_INVALID. */
export async function casesPage(deps: ListDeps, query: CasesQuery): Promise<Page<Aggregate<CaseState>>> {
  const { viewer, view, type, category, state, owner, open } = query;
  const filter = {
    ...set('type', type),
    ...set('category', category),
    ...set('state', state),
    ...set('owner', owner),
    ...set('open', open),
  };
  const name = `cases ${view} ${viewer.personId} ${hashJson(filter)}`;
  const after = deps.cursors.read(name, query.cursor);
  const where = { view, filter, after, limit: pageLength(query.limit) };
  const page = await readCases(deps, abilityOf(viewer), where);
  return { items: page.items, next: page.next === null ? null : deps.cursors.write(name, page.next) };
}

const set = (key: keyof CaseFilter, value: string | undefined): { readonly [key: string]: string } =>
  value === undefined ? {} : { [key]: value };

interface Where {
  readonly view: CaseView;
  readonly filter: CaseFilter;
  readonly after: Keyset | null;
  readonly limit: number;
}

/** One page of cases by its place. */
export async function readCases(
  deps: Pick<ListDeps, 'store'>,
  ability: Ability,
  where: Where,
): Promise<MergedPage<Aggregate<CaseState>>> {
  const { view, filter, after, limit } = where;
  return mergeRanges<Listed, Aggregate<CaseState>>({
    ranges:
      view === 'approvals'
        ? [approvalRange(deps, ability.viewer.personId)]
        : listsOf(ability.viewer, view, filter).map((list) => caseRange(deps, list)),
    placeOf: ({ sort, id }) => ({ sort, id }),
    after,
    limit,
    show: async (listed) => {
      const docs = await casesById(
        deps,
        listed.map(({ id }) => id),
      );
      return listed.map(({ id }) => {
        const doc = docs.get(id);
        if (doc === undefined || !isIn(ability.viewer, view, doc.state) || !passes(filter, doc.state))
          return undefined;
        return ability.can('read', caseSubject(doc)) ? doc : undefined;
      });
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

function caseRange({ store }: Pick<ListDeps, 'store'>, list: string): MergedRange<Listed> {
  return {
    async read(after, limit) {
      const items = await store.aggregates.range(list, after, limit);
      return { items, done: items.length < limit };
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

function passes({ type, category, state, owner, open }: CaseFilter, found: CaseState): boolean {
  if (type !== undefined && found.type !== type) return false;
  if (category !== undefined && found.category !== category) return false;
  if (state !== undefined && found.state !== state) return false;
  if (open !== undefined && String(found.open) !== open) return false;
  return owner === undefined || (found.open && found.owner === owner);
}
