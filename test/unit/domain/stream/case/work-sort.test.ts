import { expect, it } from 'vitest';
import { workSort } from '../../../../../domain/stream/case/work-sort.ts';

it('stands by urgency, or by what is due first and then by urgency; what is never due stands last', () => {
  const row = (sort: string, dueAt: number | null) => ({ sort, dueAt });
  const rows = [row('1 a', null), row('3 b', 900), row('2 c', 900), row('9 d', 5), row('0 e', 12_345)];
  const by = (order: 'priority' | 'due') =>
    [...rows]
      .sort((a, b) => (workSort(a, order) < workSort(b, order) ? -1 : 1))
      .map(({ sort }) => sort)
      .join(', ');
  expect(by('priority')).toBe('0 e, 1 a, 2 c, 3 b, 9 d');
  expect(by('due')).toBe('9 d, 2 c, 3 b, 0 e, 1 a');
});
