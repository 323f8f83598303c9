import { signersOfGate } from '../../../domain/definition/deciders-of.ts';
import { speaker } from '../../../domain/definition/speaker.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { CaseWorld } from '../../../domain/stream/case/case-world.ts';
import { verdictOf } from '../../../domain/workflow/verdict.ts';
import { namesOfOthers } from '../definition/names-of-others.ts';
import { whyAsked } from '../definition/why-asked.ts';
import type { CaseDeps } from './case-command.ts';

/** An approval on the way of a case. */
export interface PathGate {
  readonly id: string;
  readonly title: string;
  /** Given, asked now, or still to be asked. */
  readonly at: 'passed' | 'here' | 'ahead';
  /** What the designer says of when it is asked, else its condition in words; null where it always is. */
  readonly why: string | null;
  /** Who is asked, each as it stands behind “by”. */
  readonly signers: readonly string[];
}

/** Tells the approvals of a state on the way of a case: those it had there, and those that its facts do not rule out ahead. */
export async function pathGates(
  { store }: Pick<CaseDeps, 'store'>,
  state: Pick<CaseState, 'gates'>,
  { definition, facts }: Pick<CaseWorld, 'definition' | 'facts'>,
): Promise<(state: string, at: PathGate['at']) => readonly PathGate[]> {
  const { document, states, gates } = definition;
  const others = gates.size === 0 ? {} : await namesOfOthers(store, [document]);
  const say = speaker(definition, others);
  return (stateId, at) =>
    (states.get(stateId)?.gates ?? []).flatMap((id) => {
      const gate = gates.get(id);
      const stands = state.gates.find((one) => one.gate === id)?.status;
      const where = whereIs(stands, at, () => verdictOf(gate?.when, facts).value !== false);
      if (gate === undefined || where === null) return [];
      return [
        {
          id,
          title: say.text(gate.title),
          at: where,
          why: whyAsked(gate, say),
          signers: signersOfGate(gate, others),
        },
      ];
    });
}

/** Where a gate stands; null for one that was not, or will not be, asked. */
function whereIs(
  stands: string | undefined,
  at: PathGate['at'],
  isAsked: () => boolean,
): PathGate['at'] | null {
  if (at === 'ahead') return isAsked() ? 'ahead' : null;
  if (stands === 'approved') return 'passed';
  return at === 'here' && stands === 'open' ? 'here' : null;
}
