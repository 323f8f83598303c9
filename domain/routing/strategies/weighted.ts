import { pickByDeficit } from './deficit-ledger.ts';
import type { Strategy } from './strategy.ts';

/** Shares in proportion to the members' weights. */
export const weighted: Strategy = (candidates, pool, context) => pickByDeficit(candidates, pool, context.key);
