import type { Aggregate } from '../../domain/stream/aggregate.ts';

/** An aggregate of kind `case` for store tests; whatever is given replaces the plain default. */
export function makeAggregate(id: string, more: Partial<Aggregate> = {}): Aggregate {
  return {
    _id: id,
    _v: 1,
    kind: 'case',
    rev: 1,
    seq: 0,
    head: '',
    logged: 0,
    tail: [],
    effects: [],
    nextDueAt: null,
    index: { lists: [], sort: '' },
    state: {},
    ...more,
  };
}
