import { assert } from '../../error/assert.ts';
import type { Strategy } from './strategy.ts';

/**
 * The first in the pool's own order who has not had the case already; from the top again once all have.
 * The time-out is the rule's `acknowledgeWithin`: its lapse routes again. It charges nobody.
 */
export const ordered: Strategy = (candidates, pool, context) => {
  const left = new Set(candidates.map((candidate) => candidate.person));
  const line = pool.members.map((member) => member.person).filter((person) => left.has(person));
  const first = line.find((person) => !context.passedOver.has(person)) ?? line[0];
  assert(first !== undefined, 'candidates are members of the pool');
  return { p: first, delta: {} };
};
