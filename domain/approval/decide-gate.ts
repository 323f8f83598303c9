import { assert } from '../error/assert.ts';
import type { DomainError } from '../error/domain-error.ts';
import { closeStep, type GateChange, reachesQuorum, withSeats, withStep } from './close-step.ts';
import { type DecisionAttempt, entryOf } from './decision-attempt.ts';
import {
  refusalOfBasis,
  refusalOfClosedGate,
  refusalOfReason,
  refusalOfSeat,
  refusalOfSelf,
  refusalOfSigned,
} from './decision-refusals.ts';
import type { Gate } from './gate-schema.ts';
import type { GateState, Vote } from './gate-state.ts';
import { lateStepOf } from './late-vote.ts';
import { presentStep } from './open-gate.ts';

/** Why this decision cannot be taken now, or undefined when it can. */
export function refusalToDecide(attempt: DecisionAttempt): DomainError | undefined {
  const self = refusalOfSelf(attempt);
  if (self) return self;
  if (lateStepOf(attempt) !== undefined) return refusalOfReason(attempt) ?? refusalOfBasis(attempt);
  return (
    refusalOfClosedGate(attempt) ??
    refusalOfSigned(attempt) ??
    refusalOfSeat(attempt) ??
    refusalOfReason(attempt) ??
    refusalOfBasis(attempt)
  );
}

/**
 * Passes when the decision can be taken.
 * @throws SELF_DECISION, GATE_NOT_OPEN, ALREADY_DECIDED, NOT_AN_APPROVER, TRANSITION_NOT_OFFERED, REASON_REQUIRED, BASIS_MOVED
 */
export function requireDecision(attempt: DecisionAttempt): void {
  const refusal = refusalToDecide(attempt);
  if (refusal) throw refusal;
}

/** What a vote did; `late` when it came just after the step had ended, and is kept on record only. */
export interface VoteResult extends GateChange {
  readonly vote: Vote;
  readonly late: boolean;
}

/** The name of the comment's seal, when words came with the vote. */
export interface VoteRecord {
  readonly comment?: string;
}

/**
 * The gate with the vote on record. A rejection or a return ends it at once; an approval ends the step when the quorum is reached.
 * The attempt must be one that is not refused, and must not ask.
 */
export function applyVote(attempt: DecisionAttempt, record: VoteRecord = {}): VoteResult {
  const { gate, gateState, seating, actor, at, basis, decision } = attempt;
  assert(decision !== 'ask', 'a question is no vote');
  const late = lateStepOf(attempt);
  const sits = late?.entry ?? entryOf(attempt);
  assert(sits !== undefined, `${actor} sits at gate ${gate.id}`);
  const vote: Vote = {
    person: actor,
    ...(sits.for === undefined ? {} : { for: sits.for }),
    ...(sits.as === undefined ? {} : { as: sits.as }),
    decision,
    at,
    basis,
    ...(record.comment === undefined ? {} : { comment: record.comment }),
    ...(late === undefined ? {} : { late: true as const }),
  };
  if (late !== undefined) {
    const steps = gateState.steps.with(late.index, { ...late.step, votes: [...late.step.votes, vote] });
    return { gateState: { ...gateState, steps }, stepDone: false, vote, late: true };
  }
  const step = presentStep(gateState);
  assert(step !== undefined && seating !== undefined, `gate ${gate.id} has an open step`);
  const voted = withStep(withSeats(gateState, seating), { votes: [...step.votes, vote] });
  return { ...afterVote(gate, voted, vote), vote, late: false };
}

function afterVote(gate: Gate, voted: GateState, vote: Vote): GateChange {
  const step = presentStep(voted);
  const by = 'votes';
  if (vote.decision === 'reject') return closeStep(gate, voted, { end: 'rejected', by, at: vote.at });
  if (vote.decision === 'return') return closeStep(gate, voted, { end: 'returned', by, at: vote.at });
  if (step === undefined || !reachesQuorum(step)) return { gateState: voted, stepDone: false };
  return closeStep(gate, voted, { end: 'approved', by, at: vote.at });
}
