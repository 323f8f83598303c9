import { closeStep, type GateChange, reachesQuorum, withStep } from './close-step.ts';
import type { Gate } from './gate-schema.ts';
import type { GateState } from './gate-state.ts';
import { presentStep } from './open-gate.ts';
import type { Seating } from './resolve-approvers.ts';

/**
 * The gate with the people who may sign now, after somebody came, went or delegated.
 * When everybody still asked has signed already, the step is done; without a single vote it never is.
 */
export function reseatStep(gate: Gate, state: GateState, seating: Seating, at: number): GateChange {
  if (presentStep(state) === undefined) return { gateState: state, stepDone: false };
  const { approvers, needed, incident } = seating;
  const seated = withStep(state, { approvers, needed, incident });
  const step = presentStep(seated);
  if (step === undefined || !reachesQuorum(step)) return { gateState: seated, stepDone: false };
  return closeStep(gate, seated, { end: 'approved', by: 'votes', at });
}
