import { describe, expect, it } from 'vitest';
import { handKinds } from './scenario.ts';
import { drawnScenario, walk } from './walk.ts';

/** How many schedules are drawn in all; `SIMULATION_SCHEDULES` asks for more. */
const schedules = Number(process.env['SIMULATION_SCHEDULES'] ?? 20_000);
const firstSeed = Number(process.env['SIMULATION_SEED'] ?? 1);

describe('the protocol, random schedules of larger worlds', () => {
  it(`keeps its promises in ${schedules} of them`, { timeout: 3_600_000 }, () => {
    let steps = 0;
    for (let seed = firstSeed; seed < firstSeed + schedules; seed += 1) {
      const found = walk(drawnScenario(seed, handKinds), seed);
      expect(found.violation, `seed ${seed}`).toBeUndefined();
      steps += found.steps;
    }
    expect(steps).toBeGreaterThan(schedules * 10);
  });
});
