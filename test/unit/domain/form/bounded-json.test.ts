import { describe, expect, it } from 'vitest';
import { isBoundedJson, isRecord } from '../../../../domain/form/bounded-json.ts';

describe('JSON within bounds', () => {
  it('is as deep as allowed and no deeper', () => {
    expect(isBoundedJson([[{ a: 1 }]], 3)).toBe(true);
    expect(isBoundedJson([[{ a: 1 }]], 2)).toBe(false);
    expect(isBoundedJson(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)), 16)).toBe(false);
  });

  it.each([
    [undefined],
    [Number.NaN],
    ['\ud800'],
    [{ '\ud800': 1 }],
    [new Date(0)],
    [() => 1],
    [1n],
    [new Map()],
  ])('does not hold %s', (value) => {
    expect(isBoundedJson([value], 9)).toBe(false);
  });

  it('has records that are plain objects', () => {
    expect([{}, Object.create(null), JSON.parse('{"__proto__":1}')].every(isRecord)).toBe(true);
    expect([null, [], 'x', new Date(0), undefined].some(isRecord)).toBe(false);
  });
});
