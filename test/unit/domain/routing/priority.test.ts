import { describe, expect, test } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { priorityOf } from '../../../../domain/routing/priority.ts';
import { priorityTableSchema } from '../../../../domain/routing/priority-schema.ts';

const table = priorityTableSchema.parse({
  table: [
    { urgency: ['high'], impact: ['company', 'department'], dueWithinDays: 3, priority: 1 },
    { urgency: ['high'], priority: 2 },
    { dueWithinDays: 0, priority: 2 },
    { impact: ['one'], priority: 4 },
  ],
  default: 3,
});
const drivers = { urgency: 'urgency', impact: 'impact', dueDate: 'due' };

describe('the priority', () => {
  test.each([
    ['the first row that matches', { urgency: 'high', impact: 'company', due: '2026-03-07' }, 1, 0],
    [
      'a due date in the past counts as soon',
      { urgency: 'high', impact: 'company', due: '2026-01-01' },
      1,
      0,
    ],
    ['one day too far', { urgency: 'high', impact: 'company', due: '2026-03-08' }, 2, 1],
    ['a row asks for a missing fact and does not match', { urgency: 'high' }, 2, 1],
    ['due today', { due: '2026-03-04' }, 2, 2],
    ['a due moment counts by its day', { due: Date.UTC(2026, 2, 4, 23) }, 2, 2],
    ['a due date that is none', { due: 'soon' }, 3, null],
    ['impact alone', { impact: 'one' }, 4, 3],
    ['nothing matches', { impact: 'team' }, 3, null],
  ])('%s', (_title, facts, value, row) => {
    expect(priorityOf(table, factSet({ 'time.today': '2026-03-04', ...facts }), drivers)).toEqual({
      value,
      row,
    });
  });

  test('needs today to know what is soon', () => {
    expect(priorityOf(table, factSet({ due: '2026-03-04' }), drivers).value).toBe(3);
  });

  test('is the default where a type has no drivers', () => {
    expect(priorityOf(table, factSet({ urgency: 'high' }), {})).toEqual({ value: 3, row: null });
  });
});

test.each([
  ['a priority beyond 4', { table: [], default: 5 }],
  ['an unknown key', { table: [{ colour: ['red'], priority: 1 }], default: 3 }],
  ['an empty list of values', { table: [{ urgency: [], priority: 1 }], default: 3 }],
])('a table with %s is refused', (_title, bad) => {
  expect(priorityTableSchema.safeParse(bad).success).toBe(false);
});
