import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { type CaseFilter, casesPage, caseViews } from '../../../server/use-cases/lists/cases-page.ts';
import { createCursors } from '../../../server/use-cases/lists/cursor.ts';
import { caseDoc, stateOf } from '../../support/case-of.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';
import { viewers } from './arbitrary-cases.ts';
import { all, casesInStore, docs, meaning, readable, seed } from './lists-rig.ts';

const deps = casesInStore();

const filters: fc.Arbitrary<CaseFilter> = fc.record(
  {
    type: fc.constantFrom('vendor', 'refund'),
    category: fc.constantFrom('new', 'in_review', 'done'),
    state: fc.constantFrom('review', 'check'),
    owner: fc.constantFrom('me', 'hal'),
    open: fc.constantFrom('true', 'false'),
  },
  { requiredKeys: [] },
);

function fits(filter: CaseFilter, state: CaseState): boolean {
  const { owner, open, ...plain } = filter;
  if (open !== undefined && state.open !== (open === 'true')) return false;
  if (owner !== undefined && !(state.open && state.owner === owner)) return false;
  return Object.entries(plain).every(([key, value]) => state[key as 'type' | 'category' | 'state'] === value);
}

describe('lists of cases', () => {
  it('hold for every viewer, view and filter exactly the cases that can be read one by one, each once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        viewers,
        fc.constantFrom(...caseViews),
        filters,
        fc.integer({ min: 1, max: 60 }),
        async (viewer, view, filter, limit) => {
          const found = await all((cursor) =>
            casesPage(deps(), { now: 0, viewer, view, ...filter, limit, cursor }),
          );
          const expected = docs.filter(
            (doc) => readable(viewer, doc) && meaning[view](doc.state, viewer) && fits(filter, doc.state),
          );
          expect(found.map(({ _id }) => _id).sort()).toEqual(expected.map(({ _id }) => _id));
          if (view === 'approvals') return;
          const order = found.map((doc) => `${doc.index.sort} ${doc._id}`);
          expect(order).toEqual([...order].sort());
        },
      ),
      { numRuns: 150, seed },
    );
  });

  it('equal what filtering in memory by ability leaves, for every viewer', async () => {
    await fc.assert(
      fc.asyncProperty(viewers, async (viewer) => {
        const found = await all((cursor) =>
          casesPage(deps(), { now: 0, viewer, view: 'all', limit: 200, cursor }),
        );
        const ability = abilityOf(viewer);
        const expected = docs.filter((doc) => ability.can('read', caseSubject(doc)));
        expect(new Set(found.map(({ _id }) => _id))).toEqual(new Set(expected.map(({ _id }) => _id)));
      }),
      { numRuns: 60, seed },
    );
  });

  it('do not mistake people with a role for cases that role reads', async () => {
    const person = {
      ...caseDoc('person:zoe', stateOf()),
      kind: 'person' as const,
      index: { lists: ['role:auditor'], sort: 'zoe' },
    };
    await deps().store.aggregates.insert(person);
    const viewer = viewerOf({ systemRoles: ['auditor'] });
    const found = await all((cursor) =>
      casesPage(deps(), { now: 0, viewer, view: 'all', limit: 200, cursor }),
    );
    expect(found).toHaveLength(docs.length);
    expect(await deps().store.aggregates.range('role:auditor', null, 10)).toHaveLength(1);
  });
});

describe('cursors', () => {
  const viewer = viewerOf({ systemRoles: ['auditor'] });
  const page = (more: object) => casesPage(deps(), { now: 0, viewer, view: 'all', limit: 5, ...more });

  it('are refused when they were changed, made up, or belong to another list or viewer', async () => {
    const { next } = await page({});
    const cursorText = next ?? '';
    const bad = [
      Buffer.from(JSON.stringify(['0', 'c0000'])).toString('base64url'),
      `${cursorText.startsWith('A') ? 'B' : 'A'}${cursorText.slice(1)}`,
      cursorText.slice(0, -4),
      `${cursorText}.x`,
      '',
      'A'.repeat(22),
      '💥',
      '.',
    ];
    for (const cursor of bad)
      await expect(page({ cursor }), cursor).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    const elsewhere = [
      page({ cursor: next, view: 'requested' }),
      page({ cursor: next, type: 'vendor' }),
      page({ cursor: next, viewer: viewerOf({ personId: 'ann', systemRoles: ['auditor'] }) }),
      casesPage(
        { ...deps(), cursors: createCursors(Buffer.alloc(32, 8)) },
        { viewer, view: 'all', limit: 5, cursor: next, now: 0 },
      ),
    ];
    for (const refused of elsewhere) await expect(refused).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    expect((await page({ cursor: next })).items).toHaveLength(5);
  });

  it('leave the length of pages free, within 1 and 200', async () => {
    const { next } = await page({ limit: 3 });
    expect((await page({ cursor: next, limit: 9 })).items).toHaveLength(9);
    expect((await page({ limit: 0 })).items).toHaveLength(1);
    expect((await page({ limit: 10_000 })).items).toHaveLength(200);
  });
});
