import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recent } from '../../../../../server/store/embedded/recent.ts';

const value = (size: number, version = 0) => ({ size, version });

describe('what was used of late', () => {
  it('is there as it was kept last', () => {
    const recent = new Recent(100);
    recent.keep('a', value(10, 1));
    recent.keep('a', value(20, 2));
    expect(recent.get('a')).toEqual(value(20, 2));
    expect(recent.get('b')).toBeUndefined();
  });

  it('outlives what nobody asks for', () => {
    const recent = new Recent(100);
    recent.keep('asked', value(10));
    recent.keep('forgotten', value(10));
    for (let i = 0; i < 50; i += 1) {
      recent.keep(`other ${i}`, value(10));
      expect(recent.get('asked')).toEqual(value(10));
    }
    expect(recent.get('forgotten')).toBeUndefined();
  });

  it('stays within the budget and never answers an older version, whatever is kept and asked', () => {
    const step = fc.record({ key: fc.nat(20).map(String), size: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const recent = new Recent<{ size: number; version: number }>(200);
        const latest = new Map<string, { size: number; version: number }>();
        for (const [version, { key, size }] of steps.entries()) {
          expect([undefined, latest.get(key)]).toContainEqual(recent.get(key));
          latest.set(key, value(size, version));
          recent.keep(key, value(size, version));
        }
        const there = [...latest].filter(([key]) => recent.get(key) !== undefined);
        // The last one kept may be beyond it.
        expect(there.reduce((sum, [, { size }]) => sum + size, 0)).toBeLessThanOrEqual(200 + 60);
      }),
    );
  });
});
