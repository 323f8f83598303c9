import type { CompiledChain } from '../routing/compile-chain.ts';
import type { CompiledDefinition } from './compile-definition.ts';

/** The chain that finds who acts in a state: the one it names, else the first of the definition; undefined where there is no such state. */
export function chainOfState(
  { chains, states }: Pick<CompiledDefinition, 'chains' | 'states'>,
  stateId: string,
): CompiledChain | undefined {
  const state = states.get(stateId);
  return state === undefined ? undefined : (chains.get(state.chain ?? '') ?? [...chains.values()][0]);
}
