import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { checkedId, checkedName, indexKey, orderedNumber } from '../../../../server/store/index-key.ts';

const name = fc.string({ unit: fc.constantFrom('a', 'b', ':', '|', 'é'), minLength: 1, maxLength: 4 });
const sort = fc.string({ unit: fc.constantFrom('a', '\0', '\u0001', '😀', '\uffff', ' '), maxLength: 4 });
type Entry = [string, string, string];
const compareEntries = (a: Entry, b: Entry) => {
  const i = a.findIndex((part, at) => part !== b[at]);
  if (i < 0) return 0;
  return (a[i] ?? '') < (b[i] ?? '') ? -1 : 1;
};

describe('index keys', () => {
  test.prop([fc.tuple(name, sort, name), fc.tuple(name, sort, name)])(
    'sort by name, then sort key, then id, each by code unit',
    (a, b) => {
      const bytes = Buffer.compare(Buffer.from(indexKey(...a)), Buffer.from(indexKey(...b)));
      expect(Math.sign(bytes)).toBe(compareEntries(a, b));
    },
  );

  it.each(['', 'a\0b', 'tab\t', '\ud800'])('refuse the name %j', (text) => {
    expect(() => checkedName(text)).toThrow('Not usable');
    expect(() => checkedId(text)).toThrow('Not usable');
  });

  it('refuse ids that bytes would sort otherwise, and entries too long for an index', () => {
    expect(() => checkedId('case-😀')).toThrow('Not usable');
    expect(checkedName('term😀')).toBe('term😀');
    expect(() => indexKey('list', 'é'.repeat(1_000), 'id')).toThrow('longer than');
    expect(indexKey('list', 'e'.repeat(1_000), 'id')).toContain('list');
  });

  test.prop([fc.maxSafeNat(), fc.maxSafeNat()])('order numbers as numbers', (a, b) => {
    expect(orderedNumber(a) < orderedNumber(b)).toBe(a < b);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuse %d as a number', (value) => {
    expect(() => orderedNumber(value)).toThrow('whole number');
  });
});
