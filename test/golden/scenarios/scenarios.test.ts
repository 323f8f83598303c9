import { describe, expect, it } from 'vitest';
import { openMongoStore } from '../../../server/store/mongo/open-mongo-store.ts';
import { describeWithMongo, startMongoCompatible } from '../../support/mongo-server.ts';
import { openTestStore } from '../../support/open-store.ts';
import { goldenHashes } from './play-scenarios.ts';
import { readScenarios, type Scenario } from './scenario.ts';

const slow = 300_000;

async function onEmbedded(scenarios?: readonly Scenario[]): Promise<readonly string[]> {
  const { store, close } = await openTestStore();
  try {
    return await goldenHashes(store, scenarios);
  } finally {
    await close();
  }
}

async function onMongo(): Promise<readonly string[]> {
  const server = await startMongoCompatible();
  if (server === undefined) throw new Error('the suite is skipped without a server');
  const store = await openMongoStore({ url: server.url, database: `golden-${process.pid}` });
  try {
    return await goldenHashes(store);
  } finally {
    await store.close();
    await server.stop();
  }
}

/** One play for all who look at what came of it. */
let played: Promise<readonly string[]> | undefined;
const embedded = (): Promise<readonly string[]> => {
  played ??= onEmbedded();
  return played;
};

/** The scenarios, what the first one expects in its first look being different. */
function misjudged(): readonly Scenario[] {
  const [first, ...others] = readScenarios();
  if (first === undefined) throw new Error('there are scenarios');
  const steps = first.steps.map((step) => ('expect' in step ? { expect: { owner: ['paula'] } } : step));
  return [{ ...first, steps }, ...others];
}

describe('the golden scenarios', () => {
  it('come out as told, on the embedded store', { timeout: slow }, async () => {
    const hashes = await embedded();
    const submitted = readScenarios().flatMap(({ steps }) => steps.filter((step) => 'submit' in step));
    expect(hashes.filter((line) => /^c[0-9a-f]{31} /.test(line))).toHaveLength(submitted.length);
    expect(hashes.filter((line) => !/^\S+ \d+ [0-9a-f]{64}$/.test(line))).toEqual([]);
  });

  it('use all five types of the gallery', () => {
    const used = readScenarios().flatMap(({ steps }) =>
      steps.flatMap((step) => ('submit' in step ? [step.submit] : [])),
    );
    expect(readScenarios()).toHaveLength(10);
    expect(new Set(used).size).toBe(5);
  });

  it('name the step that does not come out as told', { timeout: slow }, async () => {
    const told = onEmbedded(misjudged());
    await expect(told).rejects.toThrow('01-vendor-with-personal-data.yaml, step 3');
  });

  describeWithMongo('on MongoDB', () => {
    it('come out with the very same hashes', { timeout: slow }, async () => {
      expect(await onMongo()).toEqual(await embedded());
    });
  });
});
