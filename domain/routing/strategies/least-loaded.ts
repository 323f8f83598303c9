import { breakTie } from './deficit-ledger.ts';
import type { Strategy } from './strategy.ts';

/**
 * The fewest open cases by weight; ties by HMAC.
 * It charges nobody: load is no entitlement, and a ledger kept beside it would grow without bound
 * and starve the quick ones the day the pool changes to a fair share.
 */
export const leastLoaded: Strategy = (candidates, pool, context) => {
  let least: (typeof candidates)[number][] = [];
  for (const candidate of candidates) {
    const best = least[0];
    const difference = best === undefined ? -1 : candidate.open * best.weight - best.open * candidate.weight;
    if (difference < 0) least = [candidate];
    else if (difference === 0) least.push(candidate);
  }
  const people = least.map((candidate) => candidate.person);
  return { p: breakTie(people, pool.salt, context.key), delta: {} };
};
