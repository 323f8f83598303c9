import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/ports/store.ts';
import { seededBelow } from '../model/walk.ts';
import { brokenStore, storeMutants } from './broken-store.ts';
import { copyingStage, type Stage } from './crash-points.ts';
import { embeddedPlace } from './open-engines.ts';
import { ProductSchedule } from './product-schedule.ts';
import { bustle } from './stories.ts';

/** How many schedules are drawn; `SIMULATION_PRODUCT_SCHEDULES` asks for more, `SIMULATION_SEED` for others. */
const schedules = Number(process.env['SIMULATION_PRODUCT_SCHEDULES'] ?? 120);
const firstSeed = Number(process.env['SIMULATION_SEED'] ?? 1);

/** The steps in an order drawn from the seed, half of the cases submitted before anything is commanded. */
function shuffled(seed: number): ReturnType<typeof bustle> {
  const below = seededBelow(seed * 31);
  const submissions = bustle().slice(0, 8);
  const rest = bustle().slice(8);
  const mixed = submissions.splice(0, 4 + below(5));
  while (submissions.length + rest.length > 0) {
    const from = rest.length === 0 || (submissions.length > 0 && below(2) === 0) ? submissions : rest;
    mixed.push(...from.splice(below(from.length), 1));
  }
  return mixed;
}

/** What is wrong after one schedule, the store being what `wrap` makes of it while the schedule runs. */
async function brokenBy(stage: Stage, seed: number, wrap: (real: Store) => Store): Promise<string[]> {
  const { world, done } = await stage.begin('');
  try {
    await world.open();
    const schedule = new ProductSchedule(wrap(world.real), world.clock, seed);
    const { acknowledged } = await schedule.run(shuffled(seed));
    for (const { stream, commandId, number } of acknowledged) {
      world.acknowledged.commands.push({ stream, commandId });
      if (number !== undefined) world.acknowledged.submissions.push({ id: stream, number });
    }
    await world.rest();
    return (await world.violations()).map((violation) => `seed ${seed}: ${violation}`);
  } finally {
    await done();
  }
}

/** A world that never comes to rest is wrong, too; anything else that is thrown is a fault of the test. */
function withoutRest(error: unknown): string[] {
  if (error instanceof Error && error.message === 'the world never comes to rest') return [error.message];
  throw error;
}

describe('three products on one store, every call in a drawn order, some of them dying', () => {
  let stage: Stage;
  beforeAll(async () => {
    const company = { title: 'a company', script: () => ({ before: [], steps: [] }) };
    stage = await copyingStage(await embeddedPlace(), company);
  });
  afterAll(() => stage.remove());

  it(`keep their promises in ${schedules} schedules`, { timeout: 3_600_000 }, async () => {
    const broken: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + schedules; seed += 1)
      broken.push(...(await brokenBy(stage, seed, (real) => real)));
    expect(broken).toEqual([]);
  });

  it.each(storeMutants)('catch a store where %s', async (mutant) => {
    let broken: string[] = [];
    for (let seed = 1; seed <= 60 && broken.length === 0; seed += 1)
      broken = await brokenBy(stage, seed, (real) => brokenStore(real, mutant)).catch(withoutRest);
    expect(broken).not.toEqual([]);
  });
});
