import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseView } from '../../../server/use-cases/lists/cases-page.ts';
import { createCursors } from '../../../server/use-cases/lists/cursor.ts';
import type { ListDeps, Page } from '../../../server/use-cases/lists/list-deps.ts';
import { projectWork } from '../../../server/use-cases/lists/project-work.ts';
import { caseDoc } from '../../support/case-of.ts';
import { openTestStore } from '../../support/open-store.ts';
import { cases } from './arbitrary-cases.ts';

export const seed = 20260105;

/** The cases of the organisation. */
export const docs = fc
  .sample(cases, { seed, numRuns: 240 })
  .map((state, i) => caseDoc(`c${String(i).padStart(4, '0')}`, state));

/** A store that holds them, for the tests of one file. */
export function casesInStore(): () => ListDeps & {
  store: Awaited<ReturnType<typeof openTestStore>>['store'];
} {
  let opened: Awaited<ReturnType<typeof openTestStore>>;
  beforeAll(async () => {
    opened = await openTestStore();
    await Promise.all(docs.map((doc) => opened.store.aggregates.insert(doc)));
    await Promise.all(docs.map((doc) => projectWork(opened.store, doc)));
    await opened.store.flushed();
  });
  afterAll(() => opened.close());
  return () => ({ store: opened.store, cursors: createCursors(Buffer.alloc(32, 7)) });
}

/** Everything a list holds, page by page. */
export async function all<R>(read: (cursor: string | null) => Promise<Page<R>>): Promise<R[]> {
  const items: R[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: Page<R> = await read(cursor);
    items.push(...page.items);
    cursor = page.next;
    pages += 1;
  } while (cursor !== null && pages < 1_000);
  expect(pages).toBeLessThan(1_000);
  return items;
}

/** Whether a viewer may read a case, asked of that case alone. */
export function readable(viewer: Viewer, doc: Aggregate<CaseState>): boolean {
  return abilityOf(viewer).can('read', caseSubject(doc));
}

/** What each view means, said once more without any list. */
export const meaning: Record<CaseView, (state: CaseState, viewer: Viewer) => boolean> = {
  all: () => true,
  mine: (state, { personId }) => state.open && state.owner === personId,
  requested: (state, { personId }) => [state.requester, state.behalf].includes(personId),
  team: (state, { teams, pools }) => teams.includes(state.team ?? '-') || pools.includes(state.pool ?? '-'),
  unassigned: (state) => state.open && state.owner === null && state.placement === 'unassigned',
  approvals: (state, { personId }) =>
    state.open &&
    state.gates.some(
      (gate) =>
        gate.status === 'open' &&
        gate.steps.some(
          (step) =>
            step.approvers.some(({ person }) => person === personId) &&
            !step.votes.some(({ person }) => person === personId),
        ),
    ),
};
