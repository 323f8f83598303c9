import { expect, it } from 'vitest';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { factsReadBy } from '../../../../domain/condition/condition-facts.ts';

it('names each fact a condition reads once, in the order they are written', () => {
  const condition = {
    and: [
      { '>': [{ var: 'amount' }, { var: ['seats'] }] },
      { if: [{ present: { var: 'vendor' } }, { '!': { var: 'urgent' } }, { '<': [{ var: 'amount' }, 1] }] },
    ],
  };
  expect([...factsReadBy(condition)]).toEqual(['amount', 'seats', 'vendor', 'urgent']);
});

it('reads nothing from literals', () => {
  expect(factsReadBy(true)).toEqual(new Set());
  expect(factsReadBy({ in: ['var', ['var', 'amount']] })).toEqual(new Set());
});

it('takes conditions with problems, however deep', () => {
  let deep: Condition = [null, { var: [{ var: 'inner' }] }];
  for (let level = 0; level < 100_000; level += 1) deep = { nope: deep };
  expect(factsReadBy(deep)).toEqual(new Set(['inner']));
});
