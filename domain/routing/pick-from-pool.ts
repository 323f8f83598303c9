import type { Delta, PoolView } from './directory.ts';
import { makeUpsDue } from './make-up.ts';
import { charge, returnPick } from './pool-ledger.ts';
import { breakTie } from './strategies/deficit-ledger.ts';
import { strategies } from './strategies/strategies.ts';
import type { Candidate, PickContext } from './strategies/strategy.ts';

/** A pick and the ledger around it. */
export interface PoolPick {
  readonly person: string;
  readonly delta: Delta;
  readonly makeUp: boolean;
  readonly before: Delta;
  readonly after: Delta;
}

/** Picks one of the candidates by the pool's strategy, as if an earlier pick under the same key were absent. */
export function pickFromPool(
  pool: PoolView,
  candidates: readonly Candidate[],
  context: PickContext,
  now: number,
): PoolPick {
  const clean = returnPick(pool, context.key);
  const owed = owedTo(clean, candidates, context.key, now);
  const { p, delta } =
    owed === undefined ? strategies[pool.strategy](candidates, clean, context) : { p: owed, delta: {} };
  const { credits } = charge(clean, delta);
  return { person: p, delta, makeUp: owed !== undefined, before: clean.credits, after: credits };
}

/** Somebody with a make-up due. Only where shares count: elsewhere nobody has fallen behind a share. */
function owedTo(
  pool: PoolView,
  candidates: readonly Candidate[],
  key: string,
  now: number,
): string | undefined {
  if (pool.strategy === 'least_loaded' || pool.strategy === 'ordered') return undefined;
  const due = new Set(makeUpsDue(pool, key, now).map((entry) => entry.person));
  const owed = candidates.map((candidate) => candidate.person).filter((person) => due.has(person));
  return owed.length === 0 ? undefined : breakTie(owed, pool.salt, key);
}
