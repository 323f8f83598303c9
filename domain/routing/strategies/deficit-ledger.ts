import { assert } from '../../error/assert.ts';
import { hmacHex, sha256Hex } from '../../hash/sha256.ts';
import type { Candidate, Picked, RankedPool } from './strategy.ts';

/** One item in the ledger's units: 2^32. */
export const oneItem = 2 ** 32;

/** The largest weight of a member: with it `oneItem · weight` is still an exact integer. */
export const largestWeight = 2 ** 20;

/**
 * Picks by fair share: every candidate earns its part of one item, the one with the most credit takes the item.
 * Exact integers; the delta sums to 0. Fagin and Williams, "A fair carpool scheduling algorithm" (1983).
 */
export function pickByDeficit(candidates: readonly Candidate[], pool: RankedPool, key: string): Picked {
  const delta = sharesOf(candidates, key);
  let best: string[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const { person } of candidates) {
    const credit = (pool.credits[person] ?? 0) + (delta[person] ?? 0);
    if (credit > most) {
      most = credit;
      best = [person];
    } else if (credit === most) best.push(person);
  }
  const p = breakTie(best, pool.salt, key);
  delta[p] = (delta[p] ?? 0) - oneItem;
  return { p, delta };
}

/** What an item given to `person` by hand changes in the ledger, had the candidates been these; add it with `charge`. */
export function deltaFor(
  person: string,
  candidates: readonly Candidate[],
  key: string,
): Record<string, number> {
  const delta = sharesOf(candidates, key);
  delta[person] = (delta[person] ?? 0) - oneItem;
  return delta;
}

/** Of people who rank the same, the one with the larger HMAC of the decision under the pool's salt: neither age nor list order tells. */
export function breakTie(people: readonly string[], salt: string, key: string): string {
  const first = people[0];
  assert(first !== undefined, 'a tie is between somebody');
  if (people.length === 1) return first;
  let best = first;
  let largest = '';
  for (const person of people) {
    const mac = hmacHex(salt, `${key}|${person}`);
    if (mac > largest) {
      largest = mac;
      best = person;
    }
  }
  return best;
}

/** One item cut by weight; the units left by rounding down go to a member chosen by the decision key. */
function sharesOf(candidates: readonly Candidate[], key: string): Record<string, number> {
  let total = 0;
  for (const { weight } of candidates) {
    assert(Number.isInteger(weight) && weight >= 1 && weight <= largestWeight, 'a weight is 1 to 2^20');
    total += weight;
  }
  const shares: Record<string, number> = {};
  let rest = oneItem;
  for (const { person, weight } of candidates) {
    const share = Math.floor((oneItem * weight) / total);
    shares[person] = share;
    rest -= share;
  }
  if (rest > 0) {
    const lucky = luckyOf(candidates, key);
    shares[lucky] = (shares[lucky] ?? 0) + rest;
  }
  return shares;
}

function luckyOf(candidates: readonly Candidate[], key: string): string {
  const people = candidates.map((c) => c.person).sort();
  const lucky = people[Number.parseInt(sha256Hex(key).slice(0, 12), 16) % people.length];
  assert(lucky !== undefined, 'candidates are never empty');
  return lucky;
}
