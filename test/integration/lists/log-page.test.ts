import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LogRow } from '../../../server/ports/log.ts';
import { createDefinitionCache } from '../../../server/use-cases/definition/definition-cache.ts';
import { createCursors } from '../../../server/use-cases/lists/cursor.ts';
import { logPage } from '../../../server/use-cases/lists/log-page.ts';
import { RowsForViewer } from '../../../server/use-cases/log/rows-for-viewer.ts';
import { caseDoc, stateOf } from '../../support/case-of.ts';
import { makeLogRow } from '../../support/make-log-row.ts';
import { openTestStore } from '../../support/open-store.ts';
import { viewerOf } from '../../unit/domain/access/viewers.ts';
import { all } from './lists-rig.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
const sealed = {
  'values/iban': { salt: 's', value: 'DE00' },
  searchable: { salt: 's', value: ['DE00'] },
  reason: { salt: 's', value: 'because' },
};
beforeAll(async () => {
  opened = await openTestStore();
  const rows = Array.from({ length: 90 }, (_, i) => {
    const lists = [
      'all',
      `kind:${i % 3 === 0 ? 'submitted' : 'routed'}`,
      `type:${i % 10 === 0 ? 'vendor' : 'refund'}`,
    ];
    if (i === 42) lists.push('refused');
    return makeLogRow(i + 1, 'c1', i + 1, { lists, sealed });
  });
  await opened.store.log.append(rows);
});
afterAll(() => opened.close());

const auditor = viewerOf({ systemRoles: ['auditor'] });
const whole = async (rows: readonly LogRow[]) => [...rows];
const read = (filter: object, limit = 7) =>
  all((cursor) =>
    logPage(
      { store: opened.store, cursors: createCursors(Buffer.alloc(32)) },
      { viewer: auditor, limit, cursor, shown: whole, ...filter },
    ),
  );

it('shows everything once, newest first', async () => {
  const positions = (await read({})).map(({ position }) => position);
  expect(positions).toEqual(Array.from({ length: 90 }, (_, i) => 90 - i));
});

it('narrows by several things at once, however rare they are together', async () => {
  const found = await read({ kind: 'submitted', type: 'vendor' });
  expect(found.map(({ position }) => position)).toEqual([61, 31, 1]);
  expect((await read({ refused: true }, 1)).map(({ position }) => position)).toEqual([43]);
  expect(await read({ kind: 'routed', actor: 'nobody' })).toEqual([]);
});

it('finds what happened in a time, also what reached the log after later events', async () => {
  const hour = 3_600_000;
  const later = await openTestStore();
  // Every half hour one event; the twentieth reached the log after the one behind it.
  const at = (position: number) =>
    1_000 * hour + (position === 20 ? 21 : position === 21 ? 20 : position) * (hour / 2);
  const rows = Array.from({ length: 60 }, (_, i) => {
    const row = makeLogRow(i + 1, 'c1', i + 1, { lists: ['all', `kind:${i % 2 === 0 ? 'even' : 'odd'}`] });
    return { ...row, event: { ...row.event, at: at(i + 1) } };
  });
  await later.store.log.append(rows);
  const during = async (filter: object) =>
    (
      await all((cursor) =>
        logPage(
          { store: later.store, cursors: createCursors(Buffer.alloc(32)) },
          { viewer: auditor, limit: 4, cursor, shown: whole, ...filter },
        ),
      )
    ).map(({ position }) => position);
  expect(await during({ from: at(20), until: at(23) })).toEqual([22, 20]);
  expect(await during({ from: at(21), until: at(22) })).toEqual([21, 20]);
  expect(await during({ from: at(58) })).toEqual([60, 59, 58]);
  expect(await during({ until: at(3) })).toEqual([2, 1]);
  expect(await during({ from: at(10), until: at(15), kind: 'odd' })).toEqual([14, 12, 10]);
  expect(await during({ from: at(60) + 1 })).toEqual([]);
  expect(await during({ until: at(1) })).toEqual([]);
  await later.close();
});

it('shows what the viewer is shown, and nothing of a case there is no way to read', async () => {
  const blind = async (rows: readonly LogRow[]) => rows.map((row) => ({ ...row, sealed: {} }));
  expect((await read({ refused: true }))[0]?.sealed).toEqual(sealed);
  expect((await read({ refused: true, shown: blind }))[0]?.sealed).toEqual({});
  const { store } = opened;
  const view = new RowsForViewer({ store, definitions: createDefinitionCache(store) }, auditor);
  const rows = await read({ refused: true, shown: (found: readonly LogRow[]) => view.of(found) });
  expect(rows.map((row) => row.sealed)).toEqual([{}]);
  // A case whose definition is gone can be read by nobody, and stops nobody from reading the log.
  await store.aggregates.insert(caseDoc('c1', stateOf({ definition: 'f'.repeat(64) })));
  const again = new RowsForViewer({ store, definitions: createDefinitionCache(store) }, auditor);
  const [lost] = await store.log.page('refused', null, 1);
  expect(lost === undefined ? [] : (await again.of([lost])).map((row) => row.sealed)).toEqual([{}]);
});

it('is not there for those who do not read all of it', async () => {
  const deps = { store: opened.store, cursors: createCursors(Buffer.alloc(32)) };
  const viewer = viewerOf({ systemRoles: ['agent', 'designer'] });
  await expect(logPage(deps, { viewer, limit: 1, shown: whole })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
