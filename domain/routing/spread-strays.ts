import type { PoolPart } from './directory.ts';
import { withoutMember } from './pool-ledger.ts';

/** The pool in which what is credited to people who are no members is spread evenly over the members, as if they left just now. */
export function spreadStrays<P extends PoolPart>(pool: P): P {
  const members = new Set(pool.members.map(({ person }) => person));
  const strays = Object.keys(pool.credits).filter((person) => !members.has(person));
  let next = pool;
  for (const person of strays.sort())
    next = withoutMember({ ...next, members: [...next.members, { person, weight: 1 }] }, person);
  return next;
}
