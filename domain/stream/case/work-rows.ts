import { isClockLive } from '../../sla/clock-status.ts';
import { asideOf } from './asides.ts';
import type { CaseState } from './case-state.ts';
import { dutiesOf } from './duties.ts';
import { stamp } from './work-sort.ts';

/** One open task of one reader token, before it is stored as an inbox row. */
export interface WorkTask {
  readonly task: 'handle' | 'approve' | 'answer' | 'review';
  readonly token: string;
  readonly priority: number;
  readonly dueAt: number | null;
  /** Priority, then due time, then age: the most urgent sorts first; what is put aside last, by when it comes back. */
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

/** The token of what a person has put aside; nobody reads cases by it. */
export const asideToken = (person: string): string => `aside:person:${person}`;

/**
 * What is asked of whom by an open case: to handle it (the owner; without one the queue's team, the pool, or those who answer for it),
 * to approve it, to answer a question, to review what nobody could be found for. What somebody put aside is kept from their ordinary lists.
 */
export function workOf(state: CaseState): WorkTask[] {
  if (!state.open) return [];
  const dueAt = dueAtOf(state);
  const tasks: [WorkTask['task'], string][] = [];
  if (state.owner === null && state.placement !== 'undecided') tasks.push(...unowned(state));
  const low = state.lowUrgency ? '9' : String(state.priority);
  const sort = `${low} ${stamp(dueAt)} ${stamp(state.submittedAt)}`;
  const row = { priority: state.priority, dueAt, sort };
  const unique = new Map(tasks.map(([task, token]) => [`${task} ${token}`, { ...row, task, token }]));
  for (const { task, person } of dutiesOf(state)) {
    const aside = asideOf(state, person);
    const own = aside === undefined ? row : { ...row, sort: `aside ${stamp(aside.until)} ${sort}` };
    const token = aside === undefined ? `person:${person}` : asideToken(person);
    unique.set(`${task} ${token}`, { ...own, task, token });
  }
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
