import type { RefusalCode } from '../error/codes.ts';
import { DomainError } from '../error/domain-error.ts';
import { type DecisionAttempt, entryOf } from './decision-attempt.ts';
import { exclusionInWords } from './exclusions.ts';
import { seatOf, signersOf, votesThatCount } from './gate-state.ts';
import { presentStep } from './open-gate.ts';

/** One reason to refuse a decision, or none. */
type Check = (attempt: DecisionAttempt) => DomainError | undefined;

/** Refuses whoever may never decide on this case, in their own name or for somebody. */
export const refusalOfSelf: Check = (attempt) => {
  const exclusion = attempt.exclusions.get(attempt.actor);
  if (exclusion === undefined) return undefined;
  return refuse(attempt, 'SELF_DECISION', `${exclusionInWords(exclusion)}; somebody else has to decide.`, {
    because: exclusion,
  });
};

const closedWords = {
  open: 'is between two steps; try again in a moment',
  approved: 'has been approved already',
  rejected: 'has been rejected already',
  returned: 'has been sent back already',
  cancelled: 'was called off',
  stale: 'has to be decided anew, since the request changed',
} as const;

/** Refuses what is not open: the gate has ended, or went on from the step that was seen. */
export const refusalOfClosedGate: Check = (attempt) => {
  const { gateState } = attempt;
  const step = presentStep(gateState);
  if (step !== undefined && (attempt.step ?? step.id) === step.id) return undefined;
  if (step !== undefined)
    return refuse(attempt, 'GATE_NOT_OPEN', 'This approval went on to its next step; look at it again.', {
      step: step.id,
    });
  return refuse(attempt, 'GATE_NOT_OPEN', `This approval ${closedWords[gateState.status]}.`, {
    status: gateState.status,
  });
};

/** Refuses whoever has signed in this gate, in whatever role. */
export const refusalOfSigned: Check = (attempt) => {
  if (!signersOf(attempt.gateState).has(attempt.actor)) return undefined;
  return refuse(attempt, 'ALREADY_DECIDED', 'You have signed here already, and one person counts once.', {});
};

/** Refuses whoever does not sit at the present step, and says who does. */
export const refusalOfSeat: Check = (attempt) => {
  if (entryOf(attempt) !== undefined) return undefined;
  const name = attempt.nameOf ?? ((person: string) => person);
  const step = presentStep(attempt.gateState);
  const wanted = attempt.for ?? attempt.actor;
  const signed = votesThatCount(step).find((vote) => seatOf(vote) === wanted);
  if (signed)
    return refuse(attempt, 'ALREADY_DECIDED', `${name(signed.person)} has signed on that seat already.`, {
      person: signed.person,
    });
  const signers = signersOf(attempt.gateState);
  const who = [...new Set((attempt.seating?.approvers ?? []).map(({ person }) => person))].filter(
    (person) => !signers.has(person),
  );
  const words =
    who.length === 0
      ? 'Nobody can sign this now; its owner has been told.'
      : `${who.map(name).join(', ')} can sign this.`;
  return refuse(attempt, 'NOT_AN_APPROVER', words, { who });
};

/** Refuses sending back where the gate knows no way back, and saying no or asking without words. */
export const refusalOfReason: Check = (attempt) => {
  const { decision, gate, commented } = attempt;
  if (decision === 'return' && gate.onReturned === undefined)
    return refuse(
      attempt,
      'TRANSITION_NOT_OFFERED',
      'This approval cannot be sent back; approve or reject it.',
      {},
    );
  if (decision === 'approve' || commented) return undefined;
  const words = decision === 'ask' ? 'Write your question.' : 'Say why, so that the requester knows.';
  return new DomainError('REASON_REQUIRED', words, {
    details: [{ pointer: '/comment', detail: words }],
    data: { gate: gate.id, decision },
  });
};

/** Refuses a vote on anything but what there is now; a question may be asked of what was seen. */
export const refusalOfBasis: Check = (attempt) => {
  if (attempt.decision === 'ask' || attempt.basis === attempt.currentBasis) return undefined;
  return refuse(
    attempt,
    'BASIS_MOVED',
    'The request changed since you read it. Look at what changed, then decide again.',
    { basis: attempt.currentBasis, difference: attempt.difference ?? null },
  );
};

function refuse(
  attempt: DecisionAttempt,
  code: RefusalCode,
  message: string,
  data: Record<string, unknown>,
): DomainError {
  return new DomainError(code, message, { data: { gate: attempt.gate.id, ...data } });
}
