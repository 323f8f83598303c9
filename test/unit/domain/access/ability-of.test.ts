import { describe, expect, it } from 'vitest';
import { abilityOf } from '../../../../domain/access/ability-of.ts';
import { viewerOf } from './viewers.ts';

describe('what a viewer may do', () => {
  it('is remembered for those who ask most, and worked out anew for one that 500 others asked after', () => {
    const first = viewerOf({ personId: 'first' });
    const kept = viewerOf({ personId: 'kept' });
    const [ofFirst, ofKept] = [abilityOf(first), abilityOf(kept)];
    for (let n = 0; n < 499; n++) {
      abilityOf(viewerOf({ personId: `other-${n}` }));
      expect(abilityOf({ ...kept })).toBe(ofKept);
    }
    expect(abilityOf(first)).not.toBe(ofFirst);
    expect(abilityOf(first).rules).toEqual(ofFirst.rules);
  });
});
