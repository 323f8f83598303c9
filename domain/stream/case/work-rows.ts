import { votesThatCount } from '../../approval/gate-state.ts';
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
  const due = state.clocks.filter(isClockLive).map((clock) => clock.dueAt);
  return due.reduce<number | null>(
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
  const tasks: [WorkTask['task'], string][] = [];
  if (state.owner !== null) tasks.push(['handle', `person:${state.owner}`]);
  else if (state.placement !== 'undecided') tasks.push(...unowned(state));
  for (const person of approversAsked(state)) tasks.push(['approve', `person:${person}`]);
  for (const ask of state.asks) if (ask.answeredAt === null) tasks.push(['answer', `person:${ask.to}`]);
  const low = state.lowUrgency ? '9' : String(state.priority);
  const sort = `${low} ${stamp(dueAt)} ${stamp(state.submittedAt)}`;
  const unique = new Map(
    tasks.map(([task, token]) => [
      `${task} ${token}`,
      { task, token, priority: state.priority, dueAt, sort },
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
      const signed = new Set(votesThatCount(step).map(({ person }) => person));
      return step.approvers.map((approver) => approver.person).filter((person) => !signed.has(person));
    });
}
