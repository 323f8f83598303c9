import { pickByDeficit } from './deficit-ledger.ts';
import type { Strategy } from './strategy.ts';

/** Equal shares, whatever the weights: nobody is ever more than (n−1)/2 items from their entitlement. */
export const roundRobin: Strategy = (candidates, pool, context) => {
  const equal = candidates.map((candidate) => ({ ...candidate, weight: 1 }));
  return pickByDeficit(equal, pool, context.key);
};
