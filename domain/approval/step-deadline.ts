import { assert } from '../error/assert.ts';
import type { ApproverSource } from './approver-source-schema.ts';
import { closeStep, type GateChange, withStep } from './close-step.ts';
import type { Gate, GateStep } from './gate-schema.ts';
import { type GateState, type StepState, signersOf } from './gate-state.ts';
import { presentStep } from './open-gate.ts';

/** How often the approvers are reminded before whoever answers for the case is told. */
export const remindersAtMost = 3;

/**
 * What a deadline does. `again` says that the step has one more deadline after this one.
 * The last rung of every ladder is `owner` (the role that answers for the case is told) or the decision the designer named.
 */
export type DeadlineAction =
  | { readonly kind: 'nothing'; readonly why: 'not-open' | 'early' }
  | { readonly kind: 'remind'; readonly people: readonly string[]; readonly again: true }
  | {
      readonly kind: 'escalate';
      readonly level: 1 | 2;
      readonly to: readonly ApproverSource[];
      readonly again: true;
    }
  | {
      readonly kind: 'owner';
      readonly role: string;
      readonly people: readonly string[];
      readonly again: false;
    }
  | { readonly kind: 'decide'; readonly end: 'approved' | 'rejected'; readonly again: false };

/** Which gate, as it stands, and the role that answers for the case in its present state; `at` in epoch milliseconds. */
export interface DeadlineCheck {
  readonly gate: Gate;
  readonly gateState: GateState;
  readonly accountable: string;
  readonly at: number;
}

/** What the present step's deadline does now; nothing before it is due, and nothing once the step has ended. */
export function stepDeadline(check: DeadlineCheck): DeadlineAction {
  const step = presentStep(check.gateState);
  if (step === undefined || step.dueAt === null) return { kind: 'nothing', why: 'not-open' };
  if (check.at < step.dueAt) return { kind: 'nothing', why: 'early' };
  const definition = check.gate.steps[check.gateState.step];
  assert(definition !== undefined, `gate ${check.gate.id} has the step ${step.id}`);
  return actionOf(check, definition, step);
}

function actionOf(check: DeadlineCheck, definition: GateStep, step: StepState): DeadlineAction {
  const signers = signersOf(check.gateState);
  const waiting = step.approvers.map(({ person }) => person).filter((person) => !signers.has(person));
  const people = [...new Set(waiting)];
  const owner: DeadlineAction = { kind: 'owner', role: check.accountable, people, again: false };
  switch (definition.onDeadline) {
    case 'approve':
      return { kind: 'decide', end: 'approved', again: false };
    case 'reject':
      return { kind: 'decide', end: 'rejected', again: false };
    case 'escalate':
      return escalation(check, definition, step) ?? owner;
    default:
      return step.passed < remindersAtMost ? { kind: 'remind', people, again: true } : owner;
  }
}

function escalation(check: DeadlineCheck, definition: GateStep, step: StepState): DeadlineAction | undefined {
  const { backup } = definition;
  if (step.level < 1 && backup !== undefined) return { kind: 'escalate', level: 1, to: backup, again: true };
  const { escalation: to } = check.gate;
  if (step.level < 2 && to !== undefined) return { kind: 'escalate', level: 2, to, again: true };
  return undefined;
}

/**
 * The gate after a deadline did what it does; `nextDueAt` is the deadline after it, used only when there is one.
 * After an escalation seat the step anew: the backup may sign now.
 */
export function applyDeadline(
  check: DeadlineCheck,
  action: DeadlineAction,
  nextDueAt: number | null,
): GateChange {
  const { gate, gateState, at } = check;
  const step = presentStep(gateState);
  if (action.kind === 'nothing' || step === undefined) return { gateState, stepDone: false };
  if (action.kind === 'decide') {
    const passed = withStep(gateState, { passed: step.passed + 1 });
    return closeStep(gate, passed, { end: action.end, by: 'deadline', at });
  }
  const rung = action.kind === 'escalate' ? { level: action.level, escalatedAt: at } : {};
  const dueAt = action.again ? nextDueAt : null;
  return { gateState: withStep(gateState, { passed: step.passed + 1, dueAt, ...rung }), stepDone: false };
}
