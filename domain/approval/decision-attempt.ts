import type { BasisDifference } from './basis.ts';
import type { Exclusion } from './exclusions.ts';
import type { Gate } from './gate-schema.ts';
import { type GateState, type SeatedApprover, seatOf, type VoteDecision } from './gate-state.ts';
import type { Seating } from './resolve-approvers.ts';

/** Somebody wants to decide, with everything the answer depends on, all of this moment. */
export interface DecisionAttempt {
  readonly gate: Gate;
  readonly gateState: GateState;
  /** The present step's seating computed now; absent when the gate is not open. */
  readonly seating?: Seating;
  readonly exclusions: ReadonlyMap<string, Exclusion>;
  readonly actor: string;
  /** Id of the step they saw; absent means whichever is open. */
  readonly step?: string;
  /** Whose seat they mean when they sit on several. */
  readonly for?: string;
  /** `ask` puts a question and is no vote. */
  readonly decision: VoteDecision | 'ask';
  /** Whether words came with it. */
  readonly commented: boolean;
  /** Hash of what the actor saw, and of what there is now. */
  readonly basis: string;
  readonly currentBasis: string;
  readonly difference?: BasisDifference;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly nameOf?: (person: string) => string;
}

/** The entry by which somebody signs: the seat named by `for`, else their own, else the first on which they stand in. */
export function entryOf(
  attempt: Pick<DecisionAttempt, 'seating' | 'actor' | 'for'>,
): SeatedApprover | undefined {
  const sits = (attempt.seating?.approvers ?? []).filter(({ person }) => person === attempt.actor);
  if (attempt.for !== undefined) return sits.find((one) => seatOf(one) === attempt.for);
  return sits.find((one) => one.for === undefined) ?? sits[0];
}
