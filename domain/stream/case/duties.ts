import { votesThatCount } from '../../approval/gate-state.ts';
import { presentStep } from '../../approval/open-gate.ts';
import type { CaseState } from './case-state.ts';

/** Something an open case asks of one person; `about` tells one approval or question from another. */
export interface Duty {
  readonly task: 'handle' | 'approve' | 'answer';
  readonly person: string;
  readonly about: string;
}

/** Everything an open case asks of people by name. */
export function dutiesOf(state: CaseState): Duty[] {
  if (!state.open) return [];
  return [
    ...(state.owner === null ? [] : [{ task: 'handle' as const, person: state.owner, about: '' }]),
    ...signaturesAsked(state).map(({ person, about }) => ({ task: 'approve' as const, person, about })),
    ...state.asks
      .filter(({ answeredAt }) => answeredAt === null)
      .map(({ id, to }) => ({ task: 'answer' as const, person: to, about: id })),
  ];
}

/** A signature an open gate waits for. */
export interface SignatureAsked {
  readonly person: string;
  readonly gate: string;
  /** The gate's round and step in a word. */
  readonly about: string;
  /** When the step is to be signed, in epoch ms; null without a deadline. */
  readonly dueAt: number | null;
}

/** Who may sign the present steps of the open gates and has not. */
export function signaturesAsked({ gates }: Pick<CaseState, 'gates'>): SignatureAsked[] {
  return gates.flatMap((gate) => {
    const step = presentStep(gate);
    if (step === undefined) return [];
    const signed = new Set(votesThatCount(step).map(({ person }) => person));
    const about = `${gate.gate}:${gate.round}:${step.id}`;
    return step.approvers
      .filter(({ person }) => !signed.has(person))
      .map(({ person }) => ({ person, gate: gate.gate, about, dueAt: step.dueAt }));
  });
}
