import { describe, expect, it } from 'vitest';
import { dependencyOrder, transitiveDependencies } from '../../../../domain/form/dependency-order.ts';

describe('an order of dependence', () => {
  const of = (needs: Record<string, string[]>) =>
    dependencyOrder(new Map(Object.entries(needs).map(([id, ids]) => [id, new Set(ids)])));

  it('puts what decides first, and keeps the given order where it may', () => {
    expect(of({ a: ['c'], b: [], c: ['b'], d: [] })).toEqual({ order: ['b', 'c', 'd', 'a'], circular: [] });
  });

  it('leaves out circles and what depends on them', () => {
    expect(of({ a: ['b'], b: ['a'], c: ['a'], d: ['d'], e: [] })).toEqual({
      order: ['e'],
      circular: ['a', 'b', 'c', 'd'],
    });
    expect(of({ a: ['nowhere'] })).toEqual({ order: [], circular: ['a'] });
  });

  it('reaches through others', () => {
    const needs = new Map([
      ['a', new Set<string>()],
      ['b', new Set(['a'])],
      ['c', new Set(['b'])],
    ]);
    const all = transitiveDependencies(['a', 'b', 'c'], needs);
    expect([...(all.get('c') ?? [])]).toEqual(['b', 'a']);
  });
});
