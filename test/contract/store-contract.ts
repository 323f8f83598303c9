import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../server/ports/store.ts';
import { aggregatesContract } from './aggregates-contract.ts';
import { blobsContract } from './blobs-contract.ts';
import { decidedContract } from './decided-contract.ts';
import { logContract } from './log-contract.ts';
import { rangeBackContract } from './range-back-contract.ts';
import { recordsContract } from './records-contract.ts';
import { roundTripContract } from './round-trip-contract.ts';
import { uniqueContract } from './unique-contract.ts';
import { workContract } from './work-contract.ts';

/** A freshly opened store with nothing in it, and the clock it renews blobs by. */
export interface OpenedStore {
  readonly store: Store;
  /** Closes the store and opens what it left behind. */
  reopen(): Promise<Store>;
  readonly clock: { ms: number };
  close(): Promise<void>;
}

/** Every promise of the store's ports, on the engine that `open` opens. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`store contract on ${name}`, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    const store = () => opened.store;

    describe('the store itself', () => {
      it('answers a ping and tells its time', async () => {
        await store().ping();
        expect(Math.abs((await store().now()) - Date.now())).toBeLessThan(60_000);
      });
    });
    aggregatesContract(store);
    uniqueContract(store);
    rangeBackContract(store);
    decidedContract(open);
    roundTripContract(open);
    logContract(open);
    blobsContract(store, () => opened.clock);
    workContract(store);
    recordsContract(store);
    countersContract(store);
    leasesContract(store);
  });
}

function countersContract(store: () => Store): void {
  describe('counters', () => {
    it('starts at 1 and counts each name for itself', async () => {
      const { counters } = store();
      expect(await counters.next('count:a')).toBe(1);
      expect(await counters.next('count:a')).toBe(2);
      expect(await counters.next('count:b')).toBe(1);
    });

    it('gives no number twice to 200 who ask at once', async () => {
      const { counters } = store();
      const numbers = await Promise.all(Array.from({ length: 200 }, () => counters.next('count:many')));
      expect(new Set(numbers).size).toBe(200);
      expect(Math.min(...numbers)).toBe(1);
    });

    it('rises to a value and never falls below what was given out', async () => {
      const { counters } = store();
      await counters.raise('count:raised', 500);
      expect(await counters.next('count:raised')).toBeGreaterThan(500);
      await counters.raise('count:raised', 10);
      expect(await counters.next('count:raised')).toBeGreaterThan(501);
    });
  });
}

function leasesContract(store: () => Store): void {
  describe('leases', () => {
    it('has one holder until it runs out', async () => {
      const { leases } = store();
      expect(await leases.hold('lease:a', 'one', 1_000, 500)).toBe(true);
      expect(await leases.hold('lease:a', 'two', 1_400, 500)).toBe(false);
      expect(await leases.hold('lease:a', 'one', 1_400, 500)).toBe(true);
      expect(await leases.hold('lease:a', 'two', 1_899, 500)).toBe(false);
      expect(await leases.hold('lease:a', 'two', 1_900, 500)).toBe(true);
      expect(await leases.hold('lease:a', 'one', 1_950, 500)).toBe(false);
    });

    it('is given to exactly one of 50 who ask at once', async () => {
      const { leases } = store();
      const asked = Array.from({ length: 50 }, (_, i) =>
        leases.hold('lease:race', `holder-${i}`, 1_000, 500),
      );
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    });

    it('is free once its holder releases it, and only then', async () => {
      const { leases } = store();
      await leases.hold('lease:b', 'one', 1_000, 500);
      await leases.release('lease:b', 'two');
      expect(await leases.hold('lease:b', 'two', 1_001, 500)).toBe(false);
      await leases.release('lease:b', 'one');
      expect(await leases.hold('lease:b', 'two', 1_002, 500)).toBe(true);
    });
  });
}
