import type { Delta, PoolPart, SkillNeed } from '../directory.ts';

/** Somebody left after elimination, with the numbers a strategy may rank by. */
export interface Candidate {
  readonly person: string;
  readonly weight: number;
  /** Cases held now, this one not counted. */
  readonly open: number;
  readonly skills: Readonly<Record<string, number>>;
}

/** What a strategy reads of the pool. */
export type RankedPool = Pick<PoolPart, 'members' | 'credits'> & { readonly salt: string };

/** What a strategy reads of the decision. */
export interface PickContext {
  /** `caseId:epoch`. */
  readonly key: string;
  /** How long the case has been waiting for somebody, in milliseconds. */
  readonly waitingMs: number;
  readonly needs: readonly SkillNeed[];
  /** People who had the case before in this state and let it go or let it lapse. */
  readonly passedOver: ReadonlySet<string>;
}

/** Who was picked, and what the pick changes in the ledger. */
export interface Picked {
  readonly p: string;
  readonly delta: Delta;
}

/**
 * Ranks candidates: pure, deterministic, and blind to the order of `candidates`.
 * `candidates` is never empty; their credits are as if the decision's own earlier pick were absent.
 */
export type Strategy = (candidates: readonly Candidate[], pool: RankedPool, context: PickContext) => Picked;
