import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogRow } from '../../server/ports/log.ts';
import type { Store } from '../../server/ports/store.ts';
import { makeEvent, makeLogRow } from '../support/make-log-row.ts';
import type { OpenedStore } from './store-contract.ts';

const positions = (rows: readonly LogRow[]) => rows.map(({ position }) => position);

/** The promises of `LogStore`, on a store of its own: positions are dense from 1. */
export function logContract(open: () => Promise<OpenedStore>): void {
  describe('log', () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    appendingContract(() => opened.store);
    readingContract(() => opened.store);
  });
}

function appendingContract(store: () => Store): void {
  it('is empty at first', async () => {
    expect(await store().log.end()).toBe(0);
    expect(await store().log.read(0, 10)).toEqual([]);
    expect(await store().log.append([])).toBe(0);
  });

  it('appends rows in order and reads them back as given', async () => {
    const rows = [makeLogRow(1, 'a', 1), makeLogRow(2, 'b', 1), makeLogRow(3, 'a', 2)];
    expect(await store().log.append(rows)).toBe(3);
    expect(await store().log.end()).toBe(3);
    expect(await store().log.read(0, 10)).toEqual(rows);
  });

  it('stops at the first position that is taken', async () => {
    expect(await store().log.append([makeLogRow(3, 'c', 1), makeLogRow(4, 'c', 2)])).toBe(0);
    expect(await store().log.end()).toBe(3);
    expect((await store().log.read(2, 10)).map(({ event }) => event.stream)).toEqual(['a']);
  });

  it('stops at the first (stream, seq) that is taken and keeps what came before', async () => {
    const rows = [makeLogRow(4, 'c', 1), makeLogRow(5, 'a', 2), makeLogRow(6, 'c', 2)];
    expect(await store().log.append(rows)).toBe(1);
    expect(await store().log.end()).toBe(4);
    expect(await store().log.stream('c', 0, 10)).toEqual([rows[0]]);
  });

  it('stops at a duplicate within the batch', async () => {
    expect(
      await store().log.append([makeLogRow(5, 'd', 1), makeLogRow(6, 'd', 1), makeLogRow(7, 'd', 2)]),
    ).toBe(1);
    expect(await store().log.end()).toBe(5);
  });

  it('refuses undefined and writes nothing', async () => {
    const row = makeLogRow(7, 'e', 2);
    const broken = { ...row, event: { ...row.event, data: { owner: undefined } } } as unknown as LogRow;
    await expect(store().log.append([makeLogRow(6, 'e', 1), broken])).rejects.toThrow(/plain JSON/);
    expect(await store().log.end()).toBe(5);
    expect(await store().log.stream('e', 0, 10)).toEqual([]);
  });

  it('gives each position to one of many who append at once', async () => {
    const end = await store().log.end();
    const inserted = await Promise.all(
      Array.from({ length: 20 }, (_, i) => {
        return store().log.append([makeLogRow(end + 1, `race-${i}`, 1), makeLogRow(end + 2, `race-${i}`, 2)]);
      }),
    );
    expect(inserted.reduce((sum, n) => sum + n, 0)).toBe(2);
    const rows = await store().log.read(end, 10);
    expect(positions(rows)).toEqual([end + 1, end + 2]);
    expect(await store().log.end()).toBe(end + 2);
  });
}

function readingContract(store: () => Store): void {
  it('reads behind a position, a list backwards, a stream and a command forwards', async () => {
    const end = await store().log.end();
    const rows = Array.from({ length: 10 }, (_, i) => {
      const seq = i + 1;
      const lists = seq % 2 === 0 ? ['even', 'every'] : ['every'];
      return { ...makeEvent('reading', seq, `cmd-${Math.floor(i / 4)}`), position: end + seq, lists };
    });
    await store().log.append(rows);
    expect(positions(await store().log.read(end + 3, 4))).toEqual([4, 5, 6, 7].map((n) => end + n));
    expect(positions(await store().log.page('even', null, 3))).toEqual([10, 8, 6].map((n) => end + n));
    expect(positions(await store().log.page('even', end + 6, 3))).toEqual([4, 2].map((n) => end + n));
    expect(positions(await store().log.page('even', end + 2, 3))).toEqual([]);
    expect(positions(await store().log.page('even', end + 5, 1))).toEqual([end + 4]);
    expect(await store().log.page('ever', null, 3)).toEqual([]);
    expect(await store().log.stream('reading', 7, 2)).toEqual(rows.slice(7, 9));
    expect(await store().log.stream('readin', 0, 2)).toEqual([]);
    expect(await store().log.command('reading', 'cmd-1')).toEqual(rows.slice(4, 8));
    expect(await store().log.command('reading', 'cmd-')).toEqual([]);
    expect(await store().log.command('other', 'cmd-1')).toEqual([]);
  });

  it('erases the named sealed values and nothing else', async () => {
    const end = await store().log.end();
    const sealed = {
      '/values/a.b': { salt: '1', value: 'kept' },
      '/values/name': { salt: '2', value: { first: 'gone' } },
    };
    const row = makeLogRow(end + 1, 'erasing', 1, { sealed });
    await store().log.append([row]);
    await store().log.erase(end + 1, ['/values/name', '/values/none']);
    await store().log.erase(end + 1, ['/values/name']);
    await store().log.erase(end + 1_000, ['/values/name']);
    const [read] = await store().log.read(end, 1);
    expect(read).toEqual({ ...row, sealed: { '/values/a.b': { salt: '1', value: 'kept' } } });
    expect(await store().log.stream('erasing', 0, 1)).toEqual([read]);
  });
}
