import { describe, expect, it } from 'vitest';
import { seededBelow } from '../model/walk.ts';
import { copyingStage } from './crash-points.ts';
import { embeddedPlace } from './open-engines.ts';
import { ProductSchedule } from './product-schedule.ts';
import { bustle } from './stories.ts';

/** How many schedules are drawn; `SIMULATION_PRODUCT_SCHEDULES` asks for more, `SIMULATION_SEED` for others. */
const schedules = Number(process.env['SIMULATION_PRODUCT_SCHEDULES'] ?? 40);
const firstSeed = Number(process.env['SIMULATION_SEED'] ?? 1);

/** The steps in an order drawn from the seed, every case submitted before it is commanded. */
function shuffled(seed: number): ReturnType<typeof bustle> {
  const below = seededBelow(seed * 31);
  const submissions = bustle().slice(0, 8);
  const rest = bustle().slice(8);
  const mixed = submissions.splice(0, 4 + below(5));
  while (submissions.length + rest.length > 0) {
    const from = submissions.length > 0 && below(2) === 0 ? submissions : rest;
    mixed.push(...from.splice(below(from.length), 1));
  }
  return mixed;
}

describe('three products on one store, every call in a drawn order, some of them dying', () => {
  it(`keep their promises in ${schedules} schedules`, { timeout: 3_600_000 }, async () => {
    const stage = await copyingStage(await embeddedPlace(), {
      title: 'a company',
      script: () => ({ before: [], steps: [] }),
    });
    const broken: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + schedules; seed += 1) {
      const { world, done } = await stage.begin('');
      await world.open();
      const scheduled = await new ProductSchedule(world.real, world.clock, seed).run(shuffled(seed));
      for (const { stream, commandId, number } of scheduled.acknowledged) {
        world.acknowledged.commands.push({ stream, commandId });
        if (number !== undefined) world.acknowledged.submissions.push({ id: stream, number });
      }
      await world.rest();
      broken.push(...(await world.violations()).map((violation) => `seed ${seed}: ${violation}`));
      await done();
    }
    expect(broken).toEqual([]);
    await stage.remove();
  });
});
