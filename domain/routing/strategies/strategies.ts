import type { StrategyName } from '../directory.ts';
import { leastLoaded } from './least-loaded.ts';
import { ordered } from './ordered.ts';
import { roundRobin } from './round-robin.ts';
import { skills } from './skills.ts';
import type { Strategy } from './strategy.ts';
import { weighted } from './weighted.ts';

/** Every strategy by the name a pool uses. */
export const strategies: Readonly<Record<StrategyName, Strategy>> = {
  round_robin: roundRobin,
  weighted,
  least_loaded: leastLoaded,
  skills,
  ordered,
};
