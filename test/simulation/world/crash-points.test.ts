import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithMongo, startMongoCompatible } from '../../support/mongo-server.ts';
import type { RunningServer } from '../../support/start-process.ts';
import { brokenBy, callsOf, copyingStage, lastingStage, plansByWay, plansFor } from './crash-points.ts';
import { embeddedPlace, mongoPlace } from './open-engines.ts';
import { stories } from './stories.ts';

/** `SIMULATION=deep` lets every call of every story go wrong in every manner on the server, too. */
const deep = process.env['SIMULATION'] === 'deep';

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

describeWithMongo('a MongoDB-compatible server, wherever a call of the store goes wrong', () => {
  let server: RunningServer | undefined;
  const known = new Set<string>();
  beforeAll(async () => {
    server = await startMongoCompatible();
  });
  afterAll(() => server?.stop());

  it.each(stories)('in $title', { timeout: 3_600_000, retry: 0 }, async (story) => {
    if (server === undefined) throw new Error('the suite is skipped without a server');
    const stage = await lastingStage(mongoPlace(server.url), story);
    try {
      const calls = await callsOf(stage);
      expect(calls.filter(({ writes }) => writes).length).toBeGreaterThan(5);
      const plans = plansByWay(calls, story, known);
      expect(await brokenBy(stage, deep ? plansFor(calls) : plans, calls)).toEqual([]);
    } finally {
      await stage.remove();
    }
  });

  it('has been called from everywhere the stories lead to', () => {
    const called = [...known].join('\n');
    for (const place of ['submit-case', 'route-case', 'seat-pick', 'check', 'sequence', 'run-command'])
      expect(called).toContain(`${place}.ts:`);
    expect(known.size).toBeGreaterThan(60);
  });
});
