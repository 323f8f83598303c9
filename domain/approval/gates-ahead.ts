import { textIn } from '../form/text-schema.ts';
import type { GateAhead } from '../workflow/transition-refusals.ts';
import type { Gate } from './gate-schema.ts';
import { type GateState, signersOf } from './gate-state.ts';
import { presentStep } from './open-gate.ts';

/** How names of people and titles of gates are shown; by default ids and English. */
export interface Naming {
  readonly nameOf?: (person: string) => string;
  readonly language?: string;
}

/**
 * The demanded gates of a state that have not approved, as transitions wait for them.
 * `demanded` are the ids `gatesToOpen` opened on entry: a demanded gate without a state of its own has not approved either.
 */
export function gatesAhead(
  gates: readonly Gate[],
  states: readonly GateState[],
  demanded: readonly string[],
  naming: Naming = {},
): readonly GateAhead[] {
  const { nameOf = (person: string) => person, language = 'en' } = naming;
  return gates
    .filter(({ id }) => demanded.includes(id))
    .flatMap((gate) => {
      const state = states.find((one) => one.gate === gate.id);
      if (state?.status === 'approved') return [];
      const signers = signersOf(state);
      const people = (state === undefined ? undefined : presentStep(state))?.approvers ?? [];
      const waiting = new Set(people.map(({ person }) => person).filter((person) => !signers.has(person)));
      const exits = [gate.onRejected, gate.onReturned].filter((exit) => exit !== undefined);
      return [{ id: gate.id, title: textIn(gate.title, language), signers: [...waiting].map(nameOf), exits }];
    });
}
