import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { countsOf } from '../../../server/use-cases/lists/counts-of.ts';
import { projectWork } from '../../../server/use-cases/lists/project-work.ts';
import { type WorkView, workPage, workViews } from '../../../server/use-cases/lists/work-page.ts';
import { caseDoc, stateOf } from '../../support/case-of.ts';
import { openTestStore } from '../../support/open-store.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';
import { viewers } from './arbitrary-cases.ts';
import { all, casesInStore, docs, meaning, readable, seed } from './lists-rig.ts';

const deps = casesInStore();

const isAside = ({ asides = [] }: CaseState, { personId }: Viewer): boolean =>
  asides.some(({ person }) => person === personId);
const ofMine = (state: CaseState, viewer: Viewer): string[] => [
  ...(state.owner === viewer.personId ? ['handle'] : []),
  ...(state.asks.some(({ to }) => to === viewer.personId) ? ['answer'] : []),
];
const toSign = (state: CaseState, viewer: Viewer): string[] =>
  meaning.approvals(state, viewer) ? ['approve'] : [];

/** What a task in each view means, said without any row. */
const tasks: Record<WorkView, (state: CaseState, viewer: Viewer) => string[]> = {
  mine: (state, viewer) => (isAside(state, viewer) ? [] : ofMine(state, viewer)),
  aside: (state, viewer) =>
    isAside(state, viewer) ? [...ofMine(state, viewer), ...toSign(state, viewer)] : [],
  team: (state, viewer) => {
    const { team, pool, placement } = state;
    if (state.owner !== null || (placement !== 'queued' && placement !== 'waiting')) return [];
    if (team !== null) return viewer.teams.includes(team) ? ['handle'] : [];
    if (pool !== null) return viewer.pools.includes(pool) ? ['handle'] : [];
    return viewer.roles.includes(state.accountable) ? ['handle'] : [];
  },
  approvals: (state, viewer) => (isAside(state, viewer) ? [] : toSign(state, viewer)),
  unassigned: ({ owner, placement, accountable, backup }, { roles }) => {
    if (owner !== null) return [];
    const mine = roles.includes(accountable) || (placement === 'unassigned' && roles.includes(backup));
    return mine && ['unassigned', 'held', 'suppressed'].includes(placement) ? ['review'] : [];
  },
};

describe('inboxes', () => {
  const expectedIn = (viewer: Viewer, view: WorkView): string[] =>
    docs
      .filter((doc) => doc.state.open && readable(viewer, doc))
      .flatMap((doc) => tasks[view](doc.state, viewer).map((task) => `${doc._id} ${task}`));

  it('show every viewer exactly the open tasks that are theirs, each once, the most urgent first', async () => {
    await fc.assert(
      fc.asyncProperty(
        viewers,
        fc.constantFrom(...workViews),
        fc.integer({ min: 1, max: 60 }),
        async (viewer, view, limit) => {
          const found = await all((cursor) => workPage(deps(), { viewer, view, limit, cursor }));
          const ids = found.map(({ row }) => `${row.caseId} ${row.task}`);
          expect([...ids].sort()).toEqual(expectedIn(viewer, view).sort());
          const order = found.map(({ row }) => row.sort);
          expect(order).toEqual([...order].sort());
        },
      ),
      { numRuns: 120, seed },
    );
  });

  it('show the same tasks by what is due first, and only the types and the days asked for', async () => {
    const queries = fc.record(
      {
        view: fc.constantFrom(...workViews),
        order: fc.constantFrom('priority', 'due'),
        limit: fc.integer({ min: 1, max: 60 }),
        type: fc.constantFrom('vendor', 'refund'),
        dueBefore: fc.integer({ min: 0, max: 32 }),
      },
      { requiredKeys: ['view', 'order', 'limit'] },
    );
    await fc.assert(
      fc.asyncProperty(viewers, queries, async (viewer, query) => {
        const found = await all((cursor) => workPage(deps(), { viewer, ...query, cursor }));
        const wanted = new Map(docs.map(({ _id, state }) => [_id, state]));
        const expected = expectedIn(viewer, query.view).filter((task) => {
          const state = wanted.get(task.split(' ')[0] ?? '');
          const due = Math.min(...(state?.clocks ?? []).map(({ dueAt }) => dueAt ?? Infinity));
          return (
            (query.type === undefined || state?.type === query.type) &&
            (query.dueBefore === undefined || due < query.dueBefore)
          );
        });
        expect(found.map(({ row }) => `${row.caseId} ${row.task}`).sort()).toEqual(expected.sort());
        const due = found.map(({ row }) => row.dueAt ?? Infinity);
        if (query.order === 'due') expect(due).toEqual([...due].sort((a, b) => a - b));
      }),
      { numRuns: 150, seed },
    );
  });

  it('go on only with the order and the filter that they began with', async () => {
    const viewer = viewerOf({ personId: 'me', roles: ['ops-lead', 'finance-lead', 'legal'] });
    const query = { viewer, view: 'unassigned', limit: 1 } as const;
    const { next } = await workPage(deps(), { ...query, order: 'due' });
    expect(next).not.toBeNull();
    for (const other of [{}, { order: 'due', type: 'vendor' }, { order: 'due', dueBefore: 9 }] as const)
      await expect(workPage(deps(), { ...query, ...other, cursor: next })).rejects.toThrow('another list');
  });

  it('are counted as they are shown', async () => {
    await fc.assert(
      fc.asyncProperty(viewers, async (viewer) => {
        const counts = await countsOf(deps(), viewer);
        for (const view of workViews)
          expect(counts[view]).toEqual({ count: expectedIn(viewer, view).length, more: false });
      }),
      { numRuns: 30, seed },
    );
  });

  it('hide a row whose case has moved on since it was projected', async () => {
    const { store, close } = await openTestStore();
    const project = async (doc: typeof before) => {
      await projectWork(store, doc);
      await store.flushed();
    };
    const before = caseDoc('c1', stateOf({ owner: 'me', placement: 'assigned' }));
    try {
      const after = caseDoc('c1', stateOf({ owner: 'hal', placement: 'assigned', previousOwners: ['me'] }));
      await store.aggregates.insert(after);
      await project(before);
      const query = { viewer: viewerOf(), view: 'mine', limit: 10 } as const;
      expect((await workPage({ ...deps(), store }, query)).items).toEqual([]);
      await project({ ...after, seq: 2 });
      const hal = { ...query, viewer: viewerOf({ personId: 'hal' }) };
      expect((await workPage({ ...deps(), store }, hal)).items).toHaveLength(1);
      await project(before);
      expect((await workPage({ ...deps(), store }, hal)).items).toHaveLength(1);
    } finally {
      await close();
    }
  });

  it('take no notice of documents that are not cases', async () => {
    await projectWork(deps().store, {
      ...caseDoc('team:x', stateOf({ owner: 'nobody-else' })),
      kind: 'team',
    });
    expect(await deps().store.work.count('handle:person:nobody-else', 10)).toBe(0);
  });
});
