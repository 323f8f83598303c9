import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';

describe('a fact set', () => {
  it('leaves out what counts as missing and keeps what is merely small', () => {
    const { values } = factSet({
      a: undefined,
      b: null,
      c: '',
      d: Number.NaN,
      e: Number.POSITIVE_INFINITY,
      f: 0,
      g: false,
      h: [],
      i: 'x',
    });
    expect(Object.entries(values)).toEqual([
      ['f', 0],
      ['g', false],
      ['h', []],
      ['i', 'x'],
    ]);
  });

  it('inherits nothing, neither values nor failures', () => {
    const facts = factSet({}, { score: 'timed out' });
    expect(Object.getPrototypeOf(facts.values)).toBeNull();
    expect(Object.getPrototypeOf(facts.failed)).toBeNull();
    expect(facts.values['constructor']).toBeUndefined();
    expect(facts.failed['constructor']).toBeUndefined();
    expect(facts.failed['score']).toBe('timed out');
  });

  it('keeps a value under the key __proto__ as a value', () => {
    const { values } = factSet(JSON.parse('{"__proto__": "text"}'));
    expect(Object.entries(values)).toEqual([['__proto__', 'text']]);
  });

  it('is a frozen copy that a later change of its source does not reach', () => {
    const tags = ['a'];
    const source = { tags };
    const facts = factSet(source);
    tags.push('b');
    source.tags = [];
    expect(facts.values['tags']).toEqual(['a']);
    for (const part of [facts, facts.values, facts.failed, facts.values['tags']])
      expect(Object.isFrozen(part)).toBe(true);
  });
});
