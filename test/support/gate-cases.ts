import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { routedTo, submitted } from './case-steps.ts';
import { purchaseWith } from './case-world.ts';

/** A purchase that finance has to sign, in the hands of bo. */
export const dear = [submitted(5_000), routedTo('bo')];
/** The gate of this id as it stands. */
export const gate = (state: CaseState, id = 'finance') => state.gates.find((other) => other.gate === id);
/** The step of the finance gate people sign now. */
export const step = (state: CaseState) => {
  const found = gate(state);
  return found?.steps[found.step];
};

/** Two signatures in a row, the second by the controller. */
export const twoSteps = (more: Readonly<Record<string, unknown>> = {}) =>
  purchaseWith({
    '/gates/0/steps/1': {
      id: 's2',
      title: 'The controller signs',
      approvers: [{ role: 'controller' }],
      quorum: { kind: 'any' },
    },
    ...more,
  });

const secondGate = {
  id: 'legal',
  title: 'Legal',
  steps: [{ id: 'l1', title: 'Legal signs', approvers: [{ role: 'controller' }], quorum: { kind: 'any' } }],
};
/** Two gates at once. */
export const twoGates = purchaseWith({ '/gates/1': secondGate, '/workflow/states/0/gates/1': 'legal' });
