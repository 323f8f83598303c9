import { assert } from '../error/assert.ts';
import type { Gate } from './gate-schema.ts';
import type { GateState, StepState } from './gate-state.ts';
import type { Seating } from './resolve-approvers.ts';

/** When a step opens, who sits, and when its first deadline is (null for none); instants in epoch milliseconds. */
export interface StepOpening {
  readonly at: number;
  readonly seating: Seating;
  readonly dueAt: number | null;
}

/** A gate with its first step open; `before` is the same gate's last state, whose round it follows. */
export function openGate(
  gate: Gate,
  opening: StepOpening,
  inputs: readonly string[],
  before?: GateState,
): GateState {
  return {
    gate: gate.id,
    round: (before?.round ?? 0) + 1,
    openedAt: opening.at,
    status: 'open',
    step: 0,
    steps: [openedStep(gate, 0, opening)],
    inputs,
    closedAt: null,
  };
}

/** The gate with its next step open, once the step before has approved. */
export function openNextStep(gate: Gate, state: GateState, opening: StepOpening): GateState {
  assert(isBetweenSteps(state), `gate ${gate.id} has approved a step and not opened the next`);
  return { ...state, steps: [...state.steps, openedStep(gate, state.step, opening)] };
}

/** True while a step has approved and the next one waits to be opened. */
export function isBetweenSteps(state: GateState): boolean {
  return state.status === 'open' && state.steps.length === state.step;
}

/** The step people sign now; undefined when the gate is closed or between two steps. */
export function presentStep(state: GateState): StepState | undefined {
  return state.status === 'open' ? state.steps[state.step] : undefined;
}

function openedStep(gate: Gate, index: number, { at, seating, dueAt }: StepOpening): StepState {
  const step = gate.steps[index];
  assert(step !== undefined, `the gate ${gate.id} has a step ${index}`);
  return {
    id: step.id,
    openedAt: at,
    status: 'open',
    needed: seating.needed,
    approvers: seating.approvers,
    votes: [],
    incident: seating.incident,
    ...(seating.missing.length === 0 ? {} : { missing: seating.missing }),
    dueAt,
    passed: 0,
    level: 0,
    escalatedAt: null,
    closedAt: null,
    closedBy: null,
  };
}
