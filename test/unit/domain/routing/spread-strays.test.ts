import { describe, expect, it } from 'vitest';
import type { PoolPart } from '../../../../domain/routing/directory.ts';
import { ledgerSum } from '../../../../domain/routing/pool-ledger.ts';
import { spreadStrays } from '../../../../domain/routing/spread-strays.ts';

const pool = (members: readonly string[], credits: Readonly<Record<string, number>>): PoolPart => ({
  members: members.map((person) => ({ person, weight: 1 })),
  credits,
  picks: {},
});

describe('credits of people who are no members', () => {
  it('are spread evenly over those who are, and the sum stays', () => {
    const before = pool(['ann', 'bob'], { ann: 3, bob: -10, gone: 5, left: 2 });
    const after = spreadStrays(before);
    expect(after.credits).toEqual({ ann: 7, bob: -7 });
    expect(ledgerSum(after)).toBe(ledgerSum(before));
    expect(after.members).toEqual(before.members);
  });

  it('are left alone where there are none', () => {
    const before = pool(['ann', 'bob'], { ann: 3, bob: -3 });
    expect(spreadStrays(before)).toBe(before);
  });
});
