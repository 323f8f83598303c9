import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../support/virtual-clock.ts';
import { embeddedPlace } from './open-engines.ts';
import { Soak } from './soak.ts';

/** `SOAK_CASES` sets how many cases go through. */
const cases = Number(process.env['SOAK_CASES'] ?? 5_000);
const seed = Number(process.env['SOAK_SEED'] ?? 1);

describe('sixteen workers on three pools that share capped people', () => {
  it(`keep shares and seats right throughout and exact at rest, ${cases} cases`, {
    timeout: 3_600_000,
  }, async () => {
    const place = await embeddedPlace();
    const store = await place.open(virtualClock(Date.UTC(2026, 2, 2, 10)));
    try {
      const soak = new Soak(store, { workers: 16, cases, clients: 8, seed });
      expect(await soak.run()).toEqual([]);
      expect(soak.seen).toEqual([]);
      expect(soak.acknowledged.submissions).toHaveLength(cases);
      for (const kind of ['close', 'assign', 'leave']) expect(soak.counts[kind]).toBeGreaterThan(0);
    } finally {
      await store.close();
      await place.remove();
    }
  });
});
