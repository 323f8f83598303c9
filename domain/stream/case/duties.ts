import { votesThatCount } from '../../approval/gate-state.ts';
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
    ...signaturesAsked(state),
    ...state.asks
      .filter(({ answeredAt }) => answeredAt === null)
      .map(({ id, to }) => ({ task: 'answer' as const, person: to, about: id })),
  ];
}

/** Who may sign a gate's present step and has not. */
function signaturesAsked(state: CaseState): Duty[] {
  return state.gates
    .filter((gate) => gate.status === 'open')
    .flatMap((gate) => {
      const step = gate.steps[gate.step];
      if (step === undefined) return [];
      const signed = new Set(votesThatCount(step).map(({ person }) => person));
      const about = `${gate.gate}:${gate.round}:${step.id}`;
      return step.approvers
        .filter(({ person }) => !signed.has(person))
        .map(({ person }) => ({ task: 'approve' as const, person, about }));
    });
}
