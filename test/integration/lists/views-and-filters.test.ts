import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { workOrders } from '../../../domain/stream/case/work-sort.ts';
import { type CaseFilter, casesPage, caseViews } from '../../../server/use-cases/lists/cases-page.ts';
import { createCursors } from '../../../server/use-cases/lists/cursor.ts';
import type { ListDeps } from '../../../server/use-cases/lists/list-deps.ts';
import { projectWork } from '../../../server/use-cases/lists/project-work.ts';
import { type WorkFilter, workPage, workViews } from '../../../server/use-cases/lists/work-page.ts';
import { caseDoc, clockDue } from '../../support/case-of.ts';
import { makeEvent } from '../../support/make-log-row.ts';
import { openTestStore } from '../../support/open-store.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';
import { cases } from './arbitrary-cases.ts';
import { all, seed } from './lists-rig.ts';

const dayMs = 86_400_000;
const first = Date.parse('2026-03-02T08:00:00Z');
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A case of days rather than of moments: submitted on one, in its state since a later one, with the events that say so. */
function overDays(drawn: CaseState, i: number): Aggregate<CaseState> {
  const submittedAt = first + drawn.submittedAt * dayMs;
  const stateSince = submittedAt + (i % 7) * dayMs;
  const doc = caseDoc(`c${String(i).padStart(4, '0')}`, {
    ...drawn,
    clocks: drawn.clocks.map(({ dueAt }) => clockDue(first + (dueAt ?? 0) * dayMs)),
    submittedAt,
    stateSince,
    updatedAt: stateSince,
  });
  const happened = (seq: number, kind: string, at: number, data: object) => {
    const made = makeEvent(doc._id, seq);
    return { ...made, event: { ...made.event, kind, at, data: { ...data } } };
  };
  const { type, state, category } = drawn;
  const tail = [
    happened(1, 'submitted', submittedAt, { type, requester: drawn.requester, source: 'form' }),
    happened(2, 'state-entered', stateSince, { state, category }),
  ];
  return { ...doc, seq: 2, tail };
}

const docs = fc.sample(cases, { seed, numRuns: 160 }).map(overDays);
const now = first + 20 * dayMs;
const [early, middle, late] = [5, 18, 31].map((days) => dayOf(first + days * dayMs)) as [
  string,
  string,
  string,
];

const filters: readonly CaseFilter[] = [
  { type: 'vendor' },
  { category: 'in_review' },
  { state: 'check' },
  { owner: 'hal' },
  { open: 'true' },
  { open: 'false' },
  { late: 'true' },
  { late: 'false' },
  { sinceFrom: middle },
  { sinceTo: middle },
  { sinceFrom: early, sinceTo: late },
  { sinceTo: '0001-01-01' },
  { sinceTo: '9999-12-31' },
  { counted: 'submitted', from: early, to: middle },
  { counted: 'submitted', from: '0001-01-01', to: late },
  { counted: 'submitted', from: early, to: '9999-12-31' },
  { counted: 'closed', from: middle, to: late },
  { type: 'refund', open: 'true', sinceTo: late },
  { counted: 'submitted', from: early, to: late, sinceTo: middle, state: 'review' },
];

/** What a filter asks for, said once more of one case. */
function fits(filter: CaseFilter, { state: found }: Aggregate<CaseState>): boolean {
  const { owner, open, late: isLate, sinceFrom, sinceTo, counted, from, to, ...plain } = filter;
  const dues = found.clocks.map(({ dueAt }) => dueAt ?? now + 1);
  const day = dayOf(counted === 'submitted' ? found.submittedAt : found.stateSince);
  return [
    Object.entries(plain).every(([key, value]) => found[key as keyof CaseState] === value),
    owner === undefined || (found.open && found.owner === owner),
    open === undefined || String(found.open) === open,
    isLate === undefined || String(found.open && dues.some((due) => due <= now)) === isLate,
    sinceFrom === undefined || dayOf(found.stateSince) >= sinceFrom,
    sinceTo === undefined || dayOf(found.stateSince) <= sinceTo,
    counted === undefined || (day >= (from ?? '') && day <= (to ?? '')),
    counted !== 'closed' || !found.open,
  ].every(Boolean);
}

const viewers = {
  'an administrator with a share in everything': viewerOf({
    ...{ personId: 'me', systemRoles: ['admin'], roles: ['ops-lead', 'legal'] },
    ...{ teams: ['east'], pools: ['desk'] },
  }),
  'an auditor': viewerOf({ personId: 'rita', systemRoles: ['auditor'] }),
  'a member of a team': viewerOf({ personId: 'hal', teams: ['east', 'west'], pools: ['night'] }),
};
type Who = keyof typeof viewers;
const who = Object.keys(viewers) as Who[];

let opened: Awaited<ReturnType<typeof openTestStore>>;
let deps: ListDeps;
beforeAll(async () => {
  opened = await openTestStore();
  for (const doc of docs) {
    await opened.store.aggregates.insert(doc);
    await projectWork(opened.store, doc);
  }
  await opened.store.flushed();
  deps = { store: opened.store, cursors: createCursors(Buffer.alloc(32, 7)) };
});
afterAll(() => opened.close());

describe('a narrowed list of cases is what narrowing the whole list gives', () => {
  const matrix = who.flatMap((person) => caseViews.map((view) => [person, view] as const));

  it.for(matrix)('for %s, view %s, by every filter', async ([person, view]) => {
    const viewer = viewers[person];
    const listed = (filter: CaseFilter, limit: number) =>
      all((cursor) => casesPage(deps, { viewer, view, now, ...filter, limit, cursor }));
    const whole = await listed({}, 200);
    for (const filter of filters) {
      const expected = whole.filter((doc) => fits(filter, doc)).map(({ _id }) => _id);
      for (const limit of [3, 200])
        expect({ filter, ids: (await listed(filter, limit)).map(({ _id }) => _id) }).toEqual({
          filter,
          ids: expected,
        });
    }
  });

  it('and every filter but one finds something', () => {
    const nothing = filters.filter((filter) => !docs.some((doc) => fits(filter, doc)));
    expect(nothing).toEqual([{ sinceTo: '0001-01-01' }]);
  });
});

describe('a narrowed inbox is what narrowing the whole inbox gives', () => {
  const matrix = who.flatMap((person) =>
    workViews.flatMap((view) => workOrders.map((order) => [person, view, order] as const)),
  );
  const narrowings: readonly WorkFilter[] = [
    { type: 'vendor' },
    ...[0, first + 10 * dayMs, first + 25 * dayMs, 10_000_000_000_000, 8.64e15].flatMap((dueBefore) => [
      { dueBefore },
      { type: 'refund', dueBefore },
    ]),
  ];

  it.for(matrix)('for %s, view %s, by %s, by every filter', async ([person, view, order]) => {
    const viewer = viewers[person];
    const listed = (filter: WorkFilter, limit: number) =>
      all((cursor) => workPage(deps, { viewer, view, order, ...filter, limit, cursor }));
    const whole = await listed({}, 200);
    for (const filter of narrowings) {
      const { type, dueBefore = Number.POSITIVE_INFINITY } = filter;
      const expected = whole.filter(
        ({ row, doc }) =>
          (type === undefined || doc.state.type === type) &&
          (filter.dueBefore === undefined || (row.dueAt !== null && row.dueAt < dueBefore)),
      );
      for (const limit of [3, 200])
        expect({ filter, ids: (await listed(filter, limit)).map(({ row }) => row._id) }).toEqual({
          filter,
          ids: expected.map(({ row }) => row._id),
        });
    }
  });
});
