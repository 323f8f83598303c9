import type { DecisionAttempt } from './decision-attempt.ts';
import { type SeatedApprover, type StepState, seatOf, signersOf, votesThatCount } from './gate-state.ts';
import { undoWindowMs } from './undo-window-ms.ts';

/** A step that has just ended, and the seat from which somebody was about to sign it. */
export interface LateStep {
  readonly index: number;
  readonly step: StepState;
  readonly entry: SeatedApprover;
}

/**
 * The step two people decided at once, as the second of them finds it: ended by votes within the undo window,
 * with this person on a seat that has not signed. Such a vote is recorded and changes nothing.
 */
export function lateStepOf(attempt: DecisionAttempt): LateStep | undefined {
  const { gateState, actor, decision, at } = attempt;
  if (decision === 'ask' || signersOf(gateState).has(actor)) return undefined;
  if (['cancelled', 'stale'].includes(gateState.status)) return undefined;
  const index = gateState.status === 'open' ? gateState.step - 1 : gateState.step;
  const step = gateState.steps[index];
  if (step === undefined || step.closedBy !== 'votes') return undefined;
  if (step.closedAt === null || at - step.closedAt >= undoWindowMs) return undefined;
  if (step.votes.some((vote) => vote.late && vote.person === actor)) return undefined;
  if (attempt.step === undefined ? sitsNow(attempt) : attempt.step !== step.id) return undefined;
  const signed = new Set(votesThatCount(step).map(seatOf));
  const entry = step.approvers.find(
    (one) => one.person === actor && !signed.has(seatOf(one)) && (attempt.for ?? seatOf(one)) === seatOf(one),
  );
  return entry === undefined ? undefined : { index, step, entry };
}

function sitsNow(attempt: DecisionAttempt): boolean {
  return (attempt.seating?.approvers ?? []).some(({ person }) => person === attempt.actor);
}
