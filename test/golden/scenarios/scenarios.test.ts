import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { openMongoStore } from '../../../server/store/mongo/open-mongo-store.ts';
import { describeWithMongo, startMongoCompatible } from '../../support/mongo-server.ts';
import { goldenHashes } from './play-scenarios.ts';

const slow = 600_000;

async function onEmbedded(): Promise<readonly string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'golden-'));
  const store = await openEmbeddedStore({ directory, syncsOnClose: true });
  try {
    return await goldenHashes(store);
  } finally {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function onMongo(): Promise<readonly string[]> {
  const server = await startMongoCompatible();
  if (server === undefined) throw new Error('the suite is skipped without a server');
  const store = await openMongoStore({ url: server.url });
  try {
    return await goldenHashes(store);
  } finally {
    await store.close();
    await server.stop();
  }
}

describe('the golden scenarios', () => {
  let embedded: readonly string[];
  beforeAll(async () => {
    embedded = await onEmbedded();
  }, slow);

  it('come out as told, on the embedded store', () => {
    expect(embedded.length).toBeGreaterThan(200);
    expect(embedded.every((line) => /^\S+ \d+ [0-9a-f]{64}$/.test(line))).toBe(true);
  });

  describeWithMongo('on MongoDB', () => {
    it(
      'come out with the very same hashes',
      async () => {
        expect(await onMongo()).toEqual(embedded);
      },
      slow,
    );
  });
});
