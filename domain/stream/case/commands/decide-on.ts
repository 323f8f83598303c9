import type { BasisDifference } from '../../../approval/basis.ts';
import { applyVote, requireDecision } from '../../../approval/decide-gate.ts';
import type { DecisionAttempt } from '../../../approval/decision-attempt.ts';
import { exclusionsOf } from '../../../approval/exclusions.ts';
import type { Gate } from '../../../approval/gate-schema.ts';
import type { GateState, StepEnd } from '../../../approval/gate-state.ts';
import { isBetweenSteps } from '../../../approval/open-gate.ts';
import { DomainError } from '../../../error/domain-error.ts';
import type { Json } from '../../../hash/canonical-json.ts';
import type { Decision } from '../../decision.ts';
import { caseBasis } from '../case-basis.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { firstResponse } from '../clock-moves.ts';
import { undoOf } from '../decision-undo.ts';
import { enterState, takeAutomatic } from '../enter-state.ts';
import { armGate, matterOf, openStepAfter, recordGate, seatingOf } from '../gate-moves.ts';
import { oweNotice, retractWindowMs, tellWatchers } from '../notices.ts';
import { oweSync } from '../owe-sync.ts';
import { requireOpen } from '../require-open.ts';

/** A vote on a gate. */
export interface DecideCommand {
  readonly gate?: string;
  readonly decision: 'approve' | 'reject' | 'return';
  readonly comment: string;
  /** The basis the person saw. */
  readonly basis: string;
  /** Whose seat they mean when they sit on several. */
  readonly for?: string;
  /** What changed since the basis they saw, as far as they may see it, when that is known. */
  readonly difference?: BasisDifference;
}

/** The gate a decision is about: the one named, else the only one open. */
export function gateInQuestion(
  state: CaseState,
  world: CaseWorld,
  named: string | undefined,
  person: string,
): { gate: Gate; gateState: GateState } {
  const open = state.gates.filter((gate) => gate.status === 'open');
  const mine = open.filter((gate) =>
    gate.steps[gate.step]?.approvers.some((approver) => approver.person === person),
  );
  const found =
    named === undefined
      ? (mine[0] ?? open[0] ?? state.gates.at(-1))
      : state.gates.find((gate) => gate.gate === named);
  const gate = found === undefined ? undefined : world.definition.gates.get(found.gate);
  if (found === undefined || gate === undefined)
    throw new DomainError('GATE_NOT_OPEN', 'No approval is open on this case.', {
      data: { gate: named ?? null },
    });
  return { gate, gateState: found };
}

/** Everything a decision of this person on this gate depends on, of this moment. */
export function attemptOf(state: CaseState, command: DecideCommand, world: CaseWorld): DecisionAttempt {
  const actor = world.actor.actor.id;
  const { gate, gateState } = gateInQuestion(state, world, command.gate, actor);
  const seated = gateState.status === 'open' && !isBetweenSteps(gateState);
  return {
    gate,
    gateState,
    ...(seated ? { seating: seatingOf(state, world, gate, gateState.step) } : {}),
    exclusions: exclusionsOf(matterOf(state, world), world.approvers, world.now),
    actor,
    ...(command.for === undefined ? {} : { for: command.for }),
    decision: command.decision,
    commented: command.comment.trim() !== '',
    basis: command.basis,
    currentBasis: caseBasis(state, world.definition),
    ...(command.difference === undefined ? {} : { difference: command.difference }),
    at: world.now,
  };
}

/**
 * Decides at a gate. What follows from it outside is due 8 s later, until when the same person may take it back.
 * @throws DomainError CASE_CLOSED, GATE_NOT_OPEN, SELF_DECISION, NOT_AN_APPROVER, ALREADY_DECIDED, REASON_REQUIRED, BASIS_MOVED.
 */
export function decideVote(state: CaseState, command: DecideCommand, world: CaseWorld): Decision {
  requireOpen(state);
  const attempt = attemptOf(state, command, world);
  requireDecision(attempt);
  const commented = attempt.commented;
  const result = applyVote(attempt, commented ? { comment: 'comment' } : {});
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const { vote } = result;
  const between = result.gateDone === undefined && isBetweenSteps(result.gateState);
  const { gateState } = result;
  course.happened(
    'voted',
    {
      gate: gateState as unknown as Json,
      gateId: attempt.gate.id,
      decision: vote.decision,
      basis: vote.basis,
      for: vote.for,
      late: result.late ? true : undefined,
    },
    commented ? { comment: command.comment.trim() } : {},
  );
  if (result.late) return course.decision();
  if (between)
    recordGate(course, world, openStepAfter(course, world, attempt.gate, gateState), 'gate-changed');
  else armGate(course, world, gateState);
  if (world.actor.actor.id !== state.requester) firstResponse(course, world);
  if (result.gateDone !== undefined) followGate(course, world, attempt.gate, result.gateDone);
  oweSync(course, world, 'decided', retractWindowMs);
  course.putOff('notify', world.now + retractWindowMs);
  course.happened('decided', {
    gateId: attempt.gate.id,
    vote: vote.decision,
    // Where the gate stands with this vote: it may still wait for others.
    outcome: gateState.status,
    retractable: {
      gate: attempt.gate.id,
      by: vote.person,
      until: world.now + retractWindowMs,
      state: state.state,
      epoch: state.epoch,
      undo: {
        ...undoOf(state, course.state, attempt.gate.id),
        notices: course.keysOf('notify'),
      },
    },
  });
  return course.decision();
}

/** What a gate's end leads to: its outcome's transition, else the automatic steps of the state. */
export function followGate(course: CaseCourse, world: CaseWorld, gate: Gate, end: StepEnd): void {
  const exit = end === 'approved' ? gate.onApproved : end === 'rejected' ? gate.onRejected : gate.onReturned;
  const { requester, behalf } = course.state;
  if (end !== 'approved' || course.state.gates.every((other) => other.status !== 'open')) {
    for (const person of [requester, behalf])
      if (person !== null)
        oweNotice(course, world, { to: person, why: 'decided', delayMs: retractWindowMs, ref: gate.id });
    tellWatchers(course, world, 'decided', retractWindowMs);
  }
  const step = world.definition.document.workflow.transitions.find(
    (one) => one.id === exit && one.from.includes(course.state.state),
  );
  if (step !== undefined)
    enterState(course, world, step.to, { transition: step.id, delayMs: retractWindowMs });
  else takeAutomatic(course, world, { delayMs: retractWindowMs });
}
