import { isClockLive } from '../../sla/clock-status.ts';
import { asideOf } from './asides.ts';
import type { CaseState } from './case-state.ts';
import { dutiesOf, signaturesAsked } from './duties.ts';
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
  return earliest(state.clocks.filter(isClockLive).map((clock) => clock.dueAt));
}

/** When a person has to sign: the earliest deadline of the steps that wait for them, else the earliest due time of the clocks; null when nothing runs. */
export function signBy(state: Pick<CaseState, 'clocks' | 'gates'>, person: string): number | null {
  const theirs = signaturesAsked(state).filter((asked) => asked.person === person);
  return earliest(theirs.map(({ dueAt }) => dueAt)) ?? dueAtOf(state);
}

function earliest(times: readonly (number | null)[]): number | null {
  return times.reduce<number | null>(
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
  const rowDue = (at: number | null) => ({
    priority: state.priority,
    dueAt: at,
    sort: `${low} ${stamp(at)} ${stamp(state.submittedAt)}`,
  });
  const row = rowDue(dueAt);
  const unique = new Map(tasks.map(([task, token]) => [`${task} ${token}`, { ...row, task, token }]));
  for (const { task, person } of dutiesOf(state)) {
    const aside = asideOf(state, person);
    const due = task === 'approve' ? rowDue(signBy(state, person)) : row;
    const own = aside === undefined ? due : { ...due, sort: `aside ${stamp(aside.until)} ${due.sort}` };
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
