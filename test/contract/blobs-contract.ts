import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../server/ports/store.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function blob(size: number): { hash: string; bytes: Uint8Array } {
  const bytes = Uint8Array.from(randomBytes(size));
  return { hash: hashOf(bytes), bytes };
}

/** The promises of `BlobStore`. */
export function blobsContract(store: () => Store, clock: () => { ms: number }): void {
  describe('blobs', () => {
    it.each([0, 1, 65_536, 65_537, 3_000_000])('keeps %i bytes whole', async (size) => {
      const { hash, bytes } = blob(size);
      expect(await store().blobs.get(hash)).toBeUndefined();
      expect(await store().blobs.open(hash)).toBeUndefined();
      await store().blobs.put(hash, bytes);
      const got = await store().blobs.get(hash);
      expect(got && hashOf(got)).toBe(hash);
      const chunks: Uint8Array[] = [];
      for await (const chunk of (await store().blobs.open(hash)) ?? []) chunks.push(chunk);
      expect(hashOf(Buffer.concat(chunks))).toBe(hash);
      if (size > 1_000_000) expect(chunks.length).toBeGreaterThan(1);
    });

    it('keeps what it was given when the caller uses its buffer again', async () => {
      const { hash, bytes } = blob(100);
      const putting = store().blobs.put(hash, bytes);
      bytes.fill(0);
      await putting;
      const got = await store().blobs.get(hash);
      expect(got && hashOf(got)).toBe(hash);
    });

    it.each([10, 100_000])('takes the same %i bytes from many at once', async (size) => {
      const { hash, bytes } = blob(size);
      await Promise.all(Array.from({ length: 10 }, () => store().blobs.put(hash, bytes)));
      const got = await store().blobs.get(hash);
      expect(got && hashOf(got)).toBe(hash);
      expect(await store().blobs.delete(hash, Number.MAX_SAFE_INTEGER)).toBe(true);
      expect(await store().blobs.get(hash)).toBeUndefined();
    });

    it('refuses bytes that are not those of the hash, and hashes that are none', async () => {
      const { hash } = blob(10);
      await expect(store().blobs.put(hash, Uint8Array.of(1))).rejects.toThrow(/hash/);
      expect(await store().blobs.get(hash)).toBeUndefined();
      for (const name of ['', '../../etc/passwd', hash.toUpperCase().replaceAll('0', 'A'), `${hash}0`]) {
        await expect(store().blobs.put(name, Uint8Array.of(1))).rejects.toThrow(/SHA-256/);
        await expect(store().blobs.get(name)).rejects.toThrow(/SHA-256/);
      }
    });

    it('names those not renewed since, in order, and forgets renewed and deleted ones', async () => {
      const time = clock();
      time.ms = 1_000;
      const sizes = [10, 20, 70_000, 30];
      const blobs = sizes.map(blob);
      for (const { hash, bytes } of blobs) await store().blobs.put(hash, bytes);
      const [first, second, third, fourth] = blobs.map(({ hash }) => hash) as [
        string,
        string,
        string,
        string,
      ];
      time.ms = 2_000;
      expect(await store().blobs.renew(first)).toBe(true);
      await store().blobs.put(fourth, blobs[3]?.bytes as Uint8Array);
      expect(await store().blobs.renew(hashOf(randomBytes(8)))).toBe(false);
      expect(await store().blobs.stale(1_000, null, 10)).toEqual([]);
      const stale = [second, third].sort();
      expect(await store().blobs.stale(1_001, null, 10)).toEqual(stale);
      expect(await store().blobs.stale(1_001, null, 1)).toEqual(stale.slice(0, 1));
      expect(await store().blobs.stale(1_001, stale[0] as string, 10)).toEqual(stale.slice(1));
      expect(await store().blobs.delete(first, 2_000)).toBe(false);
      expect(await store().blobs.delete(third, 1_001)).toBe(true);
      expect(await store().blobs.delete(third, 1_001)).toBe(false);
      expect(await store().blobs.get(third)).toBeUndefined();
      expect(await store().blobs.renew(third)).toBe(false);
      expect(await store().blobs.stale(1_001, null, 10)).toEqual([second]);
      expect(await store().blobs.get(first)).toBeDefined();
      await store().blobs.put(third, blobs[2]?.bytes as Uint8Array);
      expect(await store().blobs.get(third)).toBeDefined();
    });
  });
}
