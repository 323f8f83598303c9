import { assert } from '../error/assert.ts';
import { DomainError } from '../error/domain-error.ts';
import { countsVote, type GateState, type StepState, type Vote } from './gate-state.ts';
import { undoWindowMs } from './undo-window-ms.ts';

/** Somebody wants their vote back. */
export interface RetractAttempt {
  readonly gateState: GateState;
  readonly actor: string;
  /** Whether the case's rev is still the one right after the vote. */
  readonly revUnchanged: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Why the vote cannot be taken back, or undefined when it can. */
export function refusalToRetract(attempt: RetractAttempt): DomainError | undefined {
  const { gateState, actor, revUnchanged, at } = attempt;
  const data = { gate: gateState.gate };
  const found = lastVoteOf(gateState, actor);
  if (found === undefined)
    return new DomainError('NOT_ALLOWED', 'There is no vote of yours here to take back.', { data });
  if (gateState.status === 'cancelled' || gateState.status === 'stale')
    return new DomainError('GATE_NOT_OPEN', 'This approval is no longer asked for.', { data });
  if (at - found.vote.at >= undoWindowMs)
    return new DomainError('RETRACT_TOO_LATE', 'A decision can be taken back for 8 seconds only.', { data });
  if (!revUnchanged)
    return new DomainError('RETRACT_TOO_LATE', 'Something else has happened on the case since.', { data });
  return undefined;
}

/**
 * Passes when the vote can be taken back.
 * @throws NOT_ALLOWED, GATE_NOT_OPEN, RETRACT_TOO_LATE
 */
export function requireRetract(attempt: RetractAttempt): void {
  const refusal = refusalToRetract(attempt);
  if (refusal) throw refusal;
}

/** The gate with the actor's last vote marked as taken back and its step open again; a step opened because of it is gone. */
export function retractVote(attempt: RetractAttempt): GateState {
  const { gateState, actor, at } = attempt;
  const found = lastVoteOf(gateState, actor);
  assert(found !== undefined, `${actor} has a vote at gate ${gateState.gate}`);
  const votes = found.step.votes.map((vote) => (vote === found.vote ? { ...vote, retractedAt: at } : vote));
  const reopened: StepState = { ...found.step, votes, status: 'open', closedAt: null, closedBy: null };
  return {
    ...gateState,
    status: 'open',
    closedAt: null,
    step: found.index,
    steps: [...gateState.steps.slice(0, found.index), reopened],
  };
}

function lastVoteOf(
  state: GateState,
  actor: string,
): { index: number; step: StepState; vote: Vote } | undefined {
  for (const [index, step] of state.steps.entries()) {
    const vote = step.votes.find((one) => one.person === actor && countsVote(one));
    if (vote !== undefined) return { index, step, vote };
  }
  return undefined;
}
