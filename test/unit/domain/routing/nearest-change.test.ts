import { describe, expect, test } from 'vitest';
import { compileCondition } from '../../../../domain/condition/compile-condition.ts';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { nearestChange } from '../../../../domain/routing/nearest-change.ts';
import { is } from './route-fixture.ts';

const nearest = (condition: Condition, facts: object, wanted = true) =>
  nearestChange(compileCondition(condition).trace(factSet({ ...facts })), wanted);
const change = (fact: string, was: unknown, value: unknown, must = true) => ({
  fact,
  was,
  op: '==',
  with: [value],
  must,
});

describe('the nearest change', () => {
  test('of a comparison is its fact', () => {
    expect(nearest({ '>': [{ var: 'amount' }, 1000] }, { amount: 5 })).toEqual([
      { fact: 'amount', was: 5, op: '>', with: [1000], must: true },
    ]);
  });

  test('of what is so already is nothing', () => {
    expect(nearest(is('kind', 'a'), { kind: 'a' })).toEqual([]);
  });

  test('of "and" is every part that fails; of its denial the cheapest part', () => {
    const both = { and: [is('a', 1), is('b', 1), is('c', 1)] };
    expect(nearest(both, { a: 1, b: 2, c: 3 })).toEqual([change('b', 2, 1), change('c', 3, 1)]);
    const mixed = { and: [{ or: [is('a', 1), is('b', 1)] }, is('c', 1)] };
    expect(nearest(mixed, { a: 1, b: 1, c: 1 }, false)).toEqual([change('c', 1, 1, false)]);
  });

  test('of "or" is the cheapest part; of its denial every part that holds', () => {
    const either = { or: [{ and: [is('a', 1), is('b', 1)] }, is('c', 1)] };
    expect(nearest(either, { a: 0, b: 0, c: 0 })).toEqual([change('c', 0, 1)]);
    expect(nearest({ or: [is('a', 1), is('c', 1)] }, { a: 1, c: 1 }, false)).toEqual([
      change('a', 1, 1, false),
      change('c', 1, 1, false),
    ]);
  });

  test('of "not" is that of what it denies, the other way', () => {
    expect(nearest({ '!': is('a', 1) }, { a: 1 })).toEqual([change('a', 1, 1, false)]);
  });

  test('of something unknown is the missing fact', () => {
    expect(nearest({ '>': [{ var: 'a' }, { var: 'b' }] }, { a: 1 })).toEqual([
      { fact: 'b', was: null, op: '>', with: [], must: true },
    ]);
  });

  test('of a bare fact is that fact', () => {
    expect(nearest({ var: 'vip' }, { vip: false })).toEqual([
      { fact: 'vip', was: false, op: 'var', with: [], must: true },
    ]);
  });

  test('of what no fact can change is not there', () => {
    expect(nearest(false, {})).toBeUndefined();
    expect(nearest({ and: [is('a', 1), false] }, { a: 0 })).toBeUndefined();
    expect(nearest({ or: [false, is('a', 1)] }, { a: 0 })).toEqual([change('a', 0, 1)]);
  });
});
