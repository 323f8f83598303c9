import { describe, expect, it } from 'vitest';
import { saltPattern } from '../../../../domain/ledger/seal.ts';
import { createRandomIds } from '../../../../server/clock/random-ids.ts';

describe('ids', () => {
  it('are 26 characters that sort by the time they were made', () => {
    const time = { now: 0 };
    const ids = createRandomIds({ now: () => time.now });
    const moments = [0, 1, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48 - 1];
    const made = moments.map((now) => {
      time.now = now;
      return ids.next();
    });
    for (const id of made) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(made.toSorted()).toEqual(made);
    expect(made[4]?.slice(0, 10)).toBe('01HF7YAT00');
  });

  it('and salts never come twice', () => {
    const ids = createRandomIds({ now: () => 5 });
    expect(new Set(Array.from({ length: 20_000 }, () => ids.next())).size).toBe(20_000);
    const salts = Array.from({ length: 1_000 }, () => ids.salt());
    expect(new Set(salts).size).toBe(1_000);
    for (const salt of salts) expect(salt).toMatch(saltPattern);
  });
});
