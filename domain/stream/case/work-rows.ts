import { countsVote } from '../../approval/gate-state.ts';
import { presentStep } from '../../approval/open-gate.ts';
import { isClockLive } from '../../sla/clock-status.ts';
import type { CaseState } from './case-state.ts';
import { stamp } from './work-sort.ts';

/** One open task of one reader token, before it is stored as an inbox row. */
export interface WorkTask {
  readonly task: 'handle' | 'approve' | 'answer' | 'review';
  readonly token: string;
  readonly priority: number;
  readonly dueAt: number | null;
  /** Priority, then due time, then age: the most urgent sorts first. */
  readonly sort: string;
}

/** The earliest due time of the clocks that run; null when none does. */
export function dueAtOf(state: Pick<CaseState, 'clocks'>): number | null {
  return earliest(state.clocks.filter(isClockLive).map((clock) => clock.dueAt));
}

/** When a person has to sign: the earliest deadline of the steps that wait for them, else the earliest due time of the clocks; null when nothing runs. */
export function signBy(state: Pick<CaseState, 'clocks' | 'gates'>, person: string): number | null {
  const steps = state.gates.flatMap((gate) => presentStep(gate) ?? []);
  const theirs = steps.filter(
    ({ approvers, votes }) =>
      approvers.some((seat) => seat.person === person) &&
      !votes.some((vote) => vote.person === person && countsVote(vote)),
  );
  return earliest(theirs.map(({ dueAt }) => dueAt)) ?? dueAtOf(state);
}

function earliest(times: readonly (number | null)[]): number | null {
  return times.reduce<number | null>(
    (least, at) => (at !== null && (least === null || at < least) ? at : least),
    null,
  );
}

/**
 * What is asked of whom by an open case: to handle it (the owner; without one the queue's team, the pool, or those who answer for it),
 * to approve it, to answer a question, to review what nobody could be found for.
 */
export function workOf(state: CaseState): WorkTask[] {
  if (!state.open) return [];
  const dueAt = dueAtOf(state);
  const tasks: [WorkTask['task'], string, (number | null)?][] = [];
  if (state.owner !== null) tasks.push(['handle', `person:${state.owner}`]);
  else if (state.placement !== 'undecided') tasks.push(...unowned(state));
  for (const person of approversAsked(state))
    tasks.push(['approve', `person:${person}`, signBy(state, person)]);
  for (const ask of state.asks) if (ask.answeredAt === null) tasks.push(['answer', `person:${ask.to}`]);
  const low = state.lowUrgency ? '9' : String(state.priority);
  const unique = new Map(
    tasks.map(([task, token, at = dueAt]) => [
      `${task} ${token}`,
      {
        ...{ task, token, priority: state.priority, dueAt: at },
        sort: `${low} ${stamp(at)} ${stamp(state.submittedAt)}`,
      },
    ]),
  );
  return [...unique.values()];
}

function unowned(state: CaseState): [WorkTask['task'], string][] {
  if (state.placement === 'unassigned')
    return [
      ['review', `role:${state.accountable}`],
      ['review', `role:${state.backup}`],
    ];
  if (state.placement === 'held' || state.placement === 'suppressed')
    return [['review', `role:${state.accountable}`]];
  if (state.team !== null) return [['handle', `team:${state.team}`]];
  return state.pool === null ? [['handle', `role:${state.accountable}`]] : [['handle', `pool:${state.pool}`]];
}

/** Who may sign a gate's present step and has not. */
function approversAsked(state: CaseState): string[] {
  return state.gates
    .filter((gate) => gate.status === 'open')
    .flatMap((gate) => {
      const step = gate.steps[gate.step];
      if (step === undefined) return [];
      const signed = new Set(step.votes.map((vote) => vote.person));
      return step.approvers.map((approver) => approver.person).filter((person) => !signed.has(person));
    });
}
