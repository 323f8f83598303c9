import { describe, expect, it } from 'vitest';
import { describeWithMongo, startMongoCompatible } from '../../support/mongo-server.ts';
import { callsOf, copyingStage, crashRun, lastingStage, plansFor, type Stage } from './crash-points.ts';
import { type Call, type FaultPlan, faultKinds } from './faulty-store.ts';
import { embeddedPlace, mongoPlace } from './open-engines.ts';
import { stories, storyOf } from './stories.ts';

/** `SIMULATION=deep` gives the server every kind of fault at every call, and every story. */
const deep = process.env['SIMULATION'] === 'deep';

/** Every plan that broke a promise, with what was broken. */
async function brokenBy(
  stage: Stage,
  plans: readonly FaultPlan[],
  calls: readonly Call[],
): Promise<string[]> {
  const broken: string[] = [];
  for (const plan of plans) {
    const violations = await crashRun(stage, plan);
    const where = `call ${plan.at} (${calls[plan.at - 1]?.name}) ${plan.kind}`;
    broken.push(...violations.map((violation) => `${where}: ${violation}`));
  }
  return broken;
}

describe('the embedded engine keeps its promises whichever call of the store goes wrong, and how', () => {
  it.each(stories)('in $title', { timeout: 600_000 }, async (story) => {
    const stage = await copyingStage(await embeddedPlace(), story);
    try {
      const calls = await callsOf(stage);
      expect(calls.filter(({ writes }) => writes).length).toBeGreaterThan(5);
      expect(await brokenBy(stage, plansFor(calls), calls)).toEqual([]);
    } finally {
      await stage.remove();
    }
  });
});

/** One kind of fault at each call, another one at the next. */
function sparse(calls: readonly Call[]): FaultPlan[] {
  return calls.map(({ writes }, i) => ({
    at: i + 1,
    kind: writes ? (faultKinds[i % faultKinds.length] ?? 'dies before') : 'fails before',
  }));
}

describeWithMongo('a MongoDB-compatible server keeps its promises whichever call goes wrong', () => {
  const told = deep
    ? stories.filter(({ title }) => !title.startsWith('somebody')).map(({ title }) => title)
    : ['a submission'];
  it.each(told)('in %s', { timeout: 3_600_000 }, async (title) => {
    const server = await startMongoCompatible();
    if (server === undefined) throw new Error('the suite is skipped without a server');
    const stage = await lastingStage(mongoPlace(server.url), storyOf(title));
    try {
      const calls = await callsOf(stage);
      expect(calls.filter(({ writes }) => writes).length).toBeGreaterThan(10);
      expect(await brokenBy(stage, deep ? plansFor(calls) : sparse(calls), calls)).toEqual([]);
    } finally {
      await stage.remove();
      await server.stop();
    }
  });
});
