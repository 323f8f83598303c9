import { assert } from '../error/assert.ts';
import type { RefusalCode } from '../error/codes.ts';
import { DomainError } from '../error/domain-error.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { textIn } from '../form/text-schema.ts';
import {
  type Check,
  refusalOfActor,
  refusalOfFields,
  refusalOfGates,
  refusalOfGuard,
  refusalOfOwnRequest,
  type Situation,
} from './transition-refusals.ts';
import { verdictOf } from './verdict.ts';
import type { Transition, Workflow, WorkflowState } from './workflow-schema.ts';

/** Somebody wants to take one step: the situation, the step's id, and the comment given with it. */
export interface TransitionAttempt extends Situation {
  readonly transition: string;
  readonly comment?: string;
}

/** One step of the present state as a button shows it: what it is called, and why it is off when it is. */
export interface OfferedAction {
  readonly id: string;
  readonly title: string;
  readonly kind: NonNullable<Transition['kind']>;
  readonly comment: NonNullable<Transition['comment']>;
  readonly enabled: boolean;
  readonly whyNot?: {
    readonly code: RefusalCode;
    readonly message: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

const standing: readonly Check[] = [
  refusalOfActor,
  refusalOfOwnRequest,
  refusalOfGates,
  refusalOfGuard,
  refusalOfFields,
];

/** The state with this id; a case is never in a state its version does not have. */
export function stateOf(workflow: Workflow, stateId: string): WorkflowState {
  const state = workflow.states.find(({ id }) => id === stateId);
  assert(state !== undefined, `the workflow has the state ${stateId}`);
  return state;
}

/** The transitions that leave a state, in the order of the definition. */
export function offeredTransitions(workflow: Workflow, stateId: string): readonly Transition[] {
  stateOf(workflow, stateId);
  return workflow.transitions.filter(({ from }) => from.includes(stateId));
}

/** The transition a gate's outcome takes, if it leaves this state; who, guard, fields and comment are not asked again. */
export function gateTransition(
  workflow: Workflow,
  stateId: string,
  transitionId: string | undefined,
): Transition | undefined {
  return offeredTransitions(workflow, stateId).find(({ id }) => id === transitionId);
}

/** Why this step cannot be taken now, or undefined when it can. */
export function refusalToTransition(attempt: TransitionAttempt): DomainError | undefined {
  const step = gateTransition(attempt.workflow, attempt.state, attempt.transition);
  if (step === undefined) return notOffered(attempt);
  return refusalStanding(step, attempt) ?? refusalOfComment(step, attempt);
}

/**
 * The step to take.
 * @throws TRANSITION_NOT_OFFERED, CASE_CLOSED, NOT_ALLOWED, GATE_OPEN, GUARD_REFUSED, VALIDATION_FAILED, REASON_REQUIRED
 */
export function requireTransition(attempt: TransitionAttempt): Transition {
  const refusal = refusalToTransition(attempt);
  if (refusal) throw refusal;
  const step = gateTransition(attempt.workflow, attempt.state, attempt.transition);
  assert(step !== undefined, 'a step that is not refused exists');
  return step;
}

/** Every step of the present state, with the reason for each that is off; a comment still to be written turns none off. */
export function actionsOf(situation: Situation): readonly OfferedAction[] {
  return offeredTransitions(situation.workflow, situation.state).map((step) => {
    const refusal = refusalStanding(step, situation);
    const action = {
      id: step.id,
      title: textIn(step.title, situation.language ?? 'en'),
      kind: step.kind ?? 'normal',
      comment: step.comment ?? 'optional',
    };
    if (!refusal) return { ...action, enabled: true };
    const { code, message, data } = refusal;
    return { ...action, enabled: false, whyNot: { code, message, data } };
  });
}

/** The first automatic transition of a state whose guard is true; none while its gates have not passed, unless it does not wait for them. */
export function autoTransition(
  workflow: Workflow,
  stateId: string,
  facts: FactSet,
  gatesPassed: boolean,
): Transition | undefined {
  return offeredTransitions(workflow, stateId).find(
    (step) =>
      step.auto &&
      (gatesPassed || step.beforeGates || (step.kind ?? 'normal') !== 'normal') &&
      verdictOf(step.guard, facts).value === true,
  );
}

function refusalStanding(step: Transition, situation: Situation): DomainError | undefined {
  for (const check of standing) {
    const refusal = check(step, situation);
    if (refusal) return refusal;
  }
  return undefined;
}

function refusalOfComment(step: Transition, attempt: TransitionAttempt): DomainError | undefined {
  if (step.comment !== 'required' || (attempt.comment ?? '').trim() !== '') return undefined;
  return new DomainError(
    'REASON_REQUIRED',
    `Say why: “${textIn(step.title, attempt.language ?? 'en')}” needs a comment.`,
    {
      details: [{ pointer: '/comment', detail: 'Write a comment.' }],
      data: { transition: step.id },
    },
  );
}

function notOffered(attempt: TransitionAttempt): DomainError {
  const { workflow, transition, language = 'en' } = attempt;
  const state = stateOf(workflow, attempt.state);
  const exits = offeredTransitions(workflow, state.id);
  const data = { transition, state: state.id, offered: exits.map(({ id }) => id) };
  const title = textIn(state.title, language);
  if (state.category === 'done' && exits.length === 0)
    return new DomainError(
      'CASE_CLOSED',
      `The case is closed (${title}); nothing more can be done with it.`,
      { data },
    );
  const known = workflow.transitions.find(({ id }) => id === transition);
  const name = known ? textIn(known.title, language) : transition;
  const instead = exits.map((step) => textIn(step.title, language)).join(', ');
  const hint = instead === '' ? '' : ` Possible from here: ${instead}.`;
  const code = state.category === 'done' ? 'CASE_CLOSED' : 'TRANSITION_NOT_OFFERED';
  return new DomainError(code, `“${name}” is not a step of “${title}”.${hint}`, { data });
}
