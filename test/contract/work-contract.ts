import { describe, expect, it } from 'vitest';
import { workSort } from '../../domain/stream/case/work-sort.ts';
import type { Store } from '../../server/ports/store.ts';
import type { WorkRow } from '../../server/ports/work.ts';

function row(caseId: string, token: string, sort: string, more: Partial<WorkRow> = {}): WorkRow {
  return {
    _id: `${caseId}|handle|${token}`,
    caseId,
    task: 'handle',
    token,
    list: `handle:${token}`,
    sort,
    priority: 3,
    dueAt: null,
    ...more,
  };
}

/** The promises of `WorkStore`. */
export function workContract(store: () => Store): void {
  describe('work rows', () => {
    it('replaces the rows of a case together', async () => {
      const { work } = store();
      expect(await work.project('w1', 1, [row('w1', 'team:a', '2'), row('w1', 'person:p', '2')])).toBe(true);
      expect(await work.range('handle:team:a', null, 10)).toEqual([row('w1', 'team:a', '2')]);
      expect(await work.project('w1', 2, [row('w1', 'person:p', '1', { dueAt: 7 })])).toBe(true);
      expect(await work.range('handle:team:a', null, 10)).toEqual([]);
      expect(await work.range('handle:person:p', null, 10)).toEqual([
        row('w1', 'person:p', '1', { dueAt: 7 }),
      ]);
      expect(await work.project('w1', 3, [])).toBe(true);
      expect(await work.range('handle:person:p', null, 10)).toEqual([]);
    });

    it('ignores rows of an earlier event and takes those of the same one again', async () => {
      const { work } = store();
      await work.project('w2', 5, [row('w2', 'team:b', '1')]);
      expect(await work.project('w2', 4, [row('w2', 'team:c', '1')])).toBe(false);
      expect(await work.range('handle:team:c', null, 10)).toEqual([]);
      expect(await work.project('w2', 5, [row('w2', 'team:b', '1')])).toBe(true);
      expect(await work.range('handle:team:b', null, 10)).toEqual([row('w2', 'team:b', '1')]);
      await work.project('w2', 6, []);
      expect(await work.project('w2', 5, [row('w2', 'team:b', '1')])).toBe(false);
      expect(await work.range('handle:team:b', null, 10)).toEqual([]);
    });

    it('ends with the rows of the latest event however projections of one case interleave', async () => {
      const { work } = store();
      const project = (upto: number) => {
        return work.project('w3', upto, [row('w3', `race:${upto}`, '1'), row('w3', 'race:all', `${upto}`)]);
      };
      await Promise.all([3, 9, 1, 7, 5, 10, 2, 8, 4, 6].map(project));
      for (let upto = 1; upto < 10; upto++) {
        expect(await work.range(`handle:race:${upto}`, null, 10)).toEqual([]);
      }
      expect(await work.range('handle:race:10', null, 10)).toHaveLength(1);
      expect(await work.range('handle:race:all', null, 10)).toEqual([row('w3', 'race:all', '10')]);
    });

    it('pages a list through ties and counts it no further than the cap', async () => {
      const { work } = store();
      for (let i = 0; i < 12; i++) {
        const id = `w4-${String(i).padStart(2, '0')}`;
        await work.project(id, 1, [row(id, 'team:page', `s${i % 3}`)]);
      }
      const first = await work.range('handle:team:page', null, 5);
      const last = first.at(-1);
      const rest = await work.range('handle:team:page', last ? { sort: last.sort, id: last._id } : null, 100);
      const ids = [...first, ...rest].map(({ sort, _id }) => `${sort} ${_id}`);
      expect(ids).toHaveLength(12);
      expect(ids).toEqual([...ids].sort());
      expect(await work.count('handle:team:page', 100)).toBe(12);
      expect(await work.count('handle:team:page', 5)).toBe(5);
      expect(await work.count('handle:team:none', 5)).toBe(0);
    });

    it('pages a list by what is due first, what is never due last, and follows a changed due time', async () => {
      const { work } = store();
      const due = [30, null, 10, 10, 20, null, 5];
      for (const [i, dueAt] of due.entries())
        await work.project(`w8-${i}`, 1, [row(`w8-${i}`, 'team:due', `${i % 2}`, { dueAt })]);
      const all = async (): Promise<string[]> => {
        const found: WorkRow[] = [];
        for (;;) {
          const last = found.at(-1);
          const after = last === undefined ? null : { sort: workSort(last, 'due'), id: last._id };
          const page = await work.range('handle:team:due', after, 2, 'due');
          found.push(...page);
          if (page.length < 2) return found.map(({ caseId }) => caseId);
        }
      };
      expect(await all()).toEqual(['w8-6', 'w8-2', 'w8-3', 'w8-4', 'w8-0', 'w8-1', 'w8-5']);
      await work.project('w8-6', 2, [row('w8-6', 'team:due', '0', { dueAt: 40 })]);
      await work.project('w8-3', 2, []);
      expect(await all()).toEqual(['w8-2', 'w8-4', 'w8-0', 'w8-6', 'w8-1', 'w8-5']);
      expect(await work.count('handle:team:due', 100)).toBe(6);
    });

    it('refuses undefined and rows of another case', async () => {
      const { work } = store();
      const broken = { ...row('w5', 'team:x', '1'), dueAt: undefined } as unknown as WorkRow;
      await expect(work.project('w5', 1, [broken])).rejects.toThrow(/plain JSON/);
      await expect(work.project('w5', 1, [row('w6', 'team:x', '1')])).rejects.toThrow(/belong/);
      expect(await work.range('handle:team:x', null, 10)).toEqual([]);
    });

    it('is empty once cleared, and takes projections again', async () => {
      const { work } = store();
      await work.project('w7', 9, [row('w7', 'team:cleared', '1')]);
      await work.clear();
      expect(await work.range('handle:team:cleared', null, 10)).toEqual([]);
      expect(await work.count('handle:team:page', 10)).toBe(0);
      expect(await work.project('w7', 1, [row('w7', 'team:cleared', '1')])).toBe(true);
      expect(await work.count('handle:team:cleared', 10)).toBe(1);
    });
  });
}
