import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { Store } from '../../../server/ports/store.ts';
import { casesPage } from '../../../server/use-cases/lists/cases-page.ts';
import { countLimit, countsOf } from '../../../server/use-cases/lists/counts-of.ts';
import { createCursors } from '../../../server/use-cases/lists/cursor.ts';
import type { ListDeps, Page } from '../../../server/use-cases/lists/list-deps.ts';
import { logPage } from '../../../server/use-cases/lists/log-page.ts';
import { candidatesLimit, searchCases } from '../../../server/use-cases/lists/search-cases.ts';
import { workPage } from '../../../server/use-cases/lists/work-page.ts';
import { fillWithCases } from '../../support/many-cases.ts';
import { openTestStore } from '../../support/open-store.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';

const limit = 50;

const agent = viewerOf({
  systemRoles: ['agent'],
  roles: ['ops-lead'],
  teams: ['t0', 't1', 't2'],
  pools: ['p0', 'p1'],
});
const auditor = viewerOf({ personId: 'audrey', systemRoles: ['auditor'] });

describe.each([1_000, 100_000])('pages among %d cases', (count) => {
  let store: Store;
  let deps: ListDeps;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ store, close } = await openTestStore());
    deps = { store, cursors: createCursors(Buffer.alloc(32, 7)) };
    await fillWithCases(store, count, { mine: 'me' });
  }, 600_000);
  afterAll(() => close());

  /** Keys visited by the first page and by the one after it. */
  async function visited<R>(
    read: (cursor: string | null) => Promise<Page<R>>,
    shown = limit,
  ): Promise<number[]> {
    const keys: number[] = [];
    let cursor: string | null = null;
    for (const page of [1, 2]) {
      store.visits.reset();
      const { items, next }: Page<R> = await read(cursor);
      if (page === 1) expect(items).toHaveLength(shown);
      keys.push(store.visits.keys);
      cursor = next;
    }
    return keys;
  }
  const cases = (viewer: Viewer, more: object) => (cursor: string | null) =>
    casesPage(deps, { viewer, view: 'all', limit, cursor, now: 0, ...more });

  it('of an inbox visit at most 4 × page × ranges', async () => {
    const work = (view: 'mine' | 'team') => (cursor: string | null) =>
      workPage(deps, { viewer: agent, view, limit, cursor });
    const mine = await visited(work('mine'), Math.min(limit, count / 20));
    const team = await visited(work('team'));
    expect(Math.max(...mine)).toBeLessThanOrEqual(4 * limit * 2);
    expect(Math.max(...team)).toBeLessThanOrEqual(4 * limit * 7);
    const due = await visited((cursor) =>
      workPage(deps, { viewer: agent, view: 'team', order: 'due', limit, cursor }),
    );
    expect(Math.max(...due)).toBeLessThanOrEqual(4 * limit * 7);
  });

  it('of cases visit at most 4 × page × ranges, one range for those who read everything', async () => {
    expect(Math.max(...(await visited(cases(auditor, {}))))).toBeLessThanOrEqual(limit);
    expect(Math.max(...(await visited(cases(auditor, { category: 'new' }))))).toBeLessThanOrEqual(limit);
    expect(Math.max(...(await visited(cases(agent, {}))))).toBeLessThanOrEqual(4 * limit * 8);
    expect(Math.max(...(await visited(cases(agent, { type: 'vendor' }))))).toBeLessThanOrEqual(4 * limit * 8);
  });

  it('end in good time where hardly anything is shown, and go on from there', async () => {
    const keys = await visited(cases(auditor, { state: 'no-such-state' }), 0);
    expect(Math.max(...keys)).toBeLessThanOrEqual(4 * limit);
    const [first, second] = [await cases(auditor, { state: 'none' })(null), await cases(auditor, {})(null)];
    expect(first.next === null).toBe(count <= 4 * limit);
    expect(second.next).not.toBeNull();
  });

  it('of search visit at most its candidates, twice for the rarest word', async () => {
    for (const [q, expected] of [
      ['common heron', 0],
      ['rare her', count / 1_000],
      ['request', limit],
      [`VEN-${count - 1}`, 1],
    ] as const) {
      store.visits.reset();
      const found = await searchCases(deps, { viewer: auditor, q, limit });
      expect(found.items, q).toHaveLength(Math.min(limit, expected));
      expect(store.visits.keys, q).toBeLessThanOrEqual(3 * candidatesLimit);
    }
  });

  it('of the log visit at most 4 × page', async () => {
    const log = (more: object) => (cursor: string | null) =>
      logPage(deps, { viewer: auditor, limit, cursor, shown: async (rows) => [...rows], ...more });
    expect(Math.max(...(await visited(log({}))))).toBeLessThanOrEqual(limit);
    expect(
      Math.max(...(await visited(log({ kind: 'submitted', type: 'no-such-type' }), 0))),
    ).toBeLessThanOrEqual(4 * limit);
  });

  it('are counted within the same bound', async () => {
    store.visits.reset();
    const counts = await countsOf(deps, agent);
    expect(counts.team).toEqual({ count: Math.min(countLimit, counts.team.count), more: count > 1_000 });
    expect(store.visits.keys).toBeLessThanOrEqual(4 * countLimit * (2 + 7 + 1 + 2));
  });
});
