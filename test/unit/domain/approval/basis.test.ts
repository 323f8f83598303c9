import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type BasisParts, basisDifference, basisOf } from '../../../../domain/approval/basis.ts';

const parts: BasisParts = {
  versionHash: 'v1',
  materialValues: { a: 1, b: { amount: 5, currency: 'EUR' } },
  attachmentDigests: ['d1', 'd2'],
};
const none = { version: false, fields: [], attachments: { added: [], removed: [] } };

describe('the basis of a decision', () => {
  it('is the SHA-256 of its RFC 8785 form', () => {
    expect(basisOf({ versionHash: 'v1', materialValues: { a: 1 }, attachmentDigests: [] })).toBe(
      '577e4db7e702662238be7826c22b5a055cbca9e6b0b32aa265af236c4d44aded',
    );
  });

  it('does not depend on any order', () => {
    expect(
      basisOf({
        ...parts,
        materialValues: { b: { currency: 'EUR', amount: 5 }, a: 1 },
        attachmentDigests: ['d2', 'd1', 'd2'],
      }),
    ).toBe(basisOf(parts));
  });

  it('says what changed, by name and never by value', () => {
    const now: BasisParts = {
      versionHash: 'v2',
      materialValues: { b: { amount: 6, currency: 'EUR' }, c: 'secret' },
      attachmentDigests: ['d3', 'd2'],
    };
    expect(basisDifference(parts, now)).toEqual({
      version: true,
      fields: [
        { field: 'a', change: 'removed' },
        { field: 'b', change: 'changed' },
        { field: 'c', change: 'added' },
      ],
      attachments: { added: ['d3'], removed: ['d1'] },
    });
    expect(JSON.stringify(basisDifference(parts, now))).not.toContain('secret');
  });

  const arbitraryParts = fc.record({
    versionHash: fc.constantFrom('v1', 'v2'),
    materialValues: fc.dictionary(fc.constantFrom('a', 'b', 'toString'), fc.jsonValue({ maxDepth: 1 })),
    attachmentDigests: fc.array(fc.constantFrom('d1', 'd2', 'd3'), { maxLength: 3 }),
  });
  test.prop([arbitraryParts, arbitraryParts])('is equal exactly when nothing differs', (one, other) => {
    const same = JSON.stringify(basisDifference(one, other)) === JSON.stringify(none);
    expect(basisOf(one) === basisOf(other)).toBe(same);
  });
});
