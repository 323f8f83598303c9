import { assert } from '../error/assert.ts';
import type { Gate } from './gate-schema.ts';
import { type GateState, type StepEnd, type StepState, seatOf, votesThatCount } from './gate-state.ts';
import type { Seating } from './resolve-approvers.ts';

/** A gate after something happened to it: whether its step ended, and how the whole gate ended when it did. */
export interface GateChange {
  readonly gateState: GateState;
  readonly stepDone: boolean;
  readonly gateDone?: StepEnd;
}

/** What ends a step: the votes cast on it, or its deadline. */
export interface StepClosing {
  readonly end: StepEnd;
  readonly by: 'votes' | 'deadline';
  readonly at: number;
}

/** The gate with its present step changed. */
export function withStep(state: GateState, change: Partial<StepState>): GateState {
  const step = state.steps[state.step];
  assert(step !== undefined && state.status === 'open', `gate ${state.gate} has an open step`);
  return { ...state, steps: state.steps.with(state.step, { ...step, ...change }) };
}

/** The gate with the people who may sign its present step, and those who would. */
export function withSeats(
  state: GateState,
  { approvers, needed, incident, missing }: Pick<Seating, 'approvers' | 'needed' | 'incident' | 'missing'>,
): GateState {
  const step = state.steps[state.step];
  assert(step !== undefined && state.status === 'open', `gate ${state.gate} has an open step`);
  const { missing: _, ...others } = step;
  const seated = { ...others, approvers, needed, incident, ...(missing.length === 0 ? {} : { missing }) };
  return { ...state, steps: state.steps.with(state.step, seated) };
}

/** True when as many seats have approved as are needed. */
export function reachesQuorum(step: StepState): boolean {
  const approved = votesThatCount(step).filter(({ decision }) => decision === 'approve');
  return new Set(approved.map(seatOf)).size >= step.needed;
}

/** Ends the present step; the gate ends with it unless it approved and another step follows. */
export function closeStep(gate: Gate, state: GateState, closing: StepClosing): GateChange {
  const { end, by, at } = closing;
  const closed = withStep(state, { status: end, closedAt: at, closedBy: by });
  if (end === 'approved' && state.step + 1 < gate.steps.length)
    return { gateState: { ...closed, step: state.step + 1 }, stepDone: true };
  return { gateState: { ...closed, status: end, closedAt: at }, stepDone: true, gateDone: end };
}

/** The gate withdrawn from everybody, as when the case leaves the state; one that has ended stays as it is. */
export function cancelGate(state: GateState, at: number): GateState {
  return state.status === 'open' ? { ...state, status: 'cancelled', closedAt: at } : state;
}
