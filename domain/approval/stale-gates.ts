import type { FactSet } from '../fact/fact-set.ts';
import type { Gate } from './gate-schema.ts';
import { type GateState, signersOf } from './gate-state.ts';
import { gatesToOpen } from './open-gates.ts';

/** The gates that were decided, wholly or in part, on a field that has changed since. */
export function staleGates(
  states: readonly GateState[],
  changedFields: readonly string[],
): readonly string[] {
  return states
    .filter(({ status, inputs }) => {
      const standing = status === 'open' || status === 'approved';
      return standing && inputs.some((field) => changedFields.includes(field));
    })
    .filter((state) => state.status === 'approved' || signersOf(state).size > 0 || state.step > 0)
    .map(({ gate }) => gate);
}

/** A gate whose approvals count no more since the request changed; it stays on record and is opened again in a new round. */
export function staleGate(state: GateState, at: number): GateState {
  return { ...state, status: 'stale', closedAt: at };
}

/** What material fields changed, in a state with these gates, and how the case's gates stand. */
export interface MaterialChange {
  readonly gates: readonly Gate[];
  readonly states: readonly GateState[];
  readonly facts: FactSet;
  readonly changedFields: readonly string[];
}

/** What a material change does to the gates of a state, by id; a gate in none of the lists stays as it is. */
export interface GateConsequences {
  /** Not needed before, and needed now. */
  readonly open: readonly string[];
  /** Stale, and needed still: opened again. */
  readonly again: readonly string[];
  /** Open, and needed no more. */
  readonly cancel: readonly string[];
}

/** What has to happen to the gates of a state after material fields changed. */
export function gatesAfterChange(change: MaterialChange): GateConsequences {
  const { gates, states, facts, changedFields } = change;
  const demanded = gatesToOpen(gates, facts).open;
  const standing = states.filter(({ status }) => status === 'open' || status === 'approved');
  const isStanding = (id: string) => standing.some(({ gate }) => gate === id);
  const stale = staleGates(states, changedFields);
  return {
    open: demanded.filter((id) => !isStanding(id)),
    again: demanded.filter((id) => stale.includes(id)),
    cancel: standing
      .filter(({ gate, status }) => status === 'open' && !demanded.includes(gate))
      .filter(({ gate }) => gates.some(({ id }) => id === gate))
      .map(({ gate }) => gate),
  };
}
