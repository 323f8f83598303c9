import type { CaseState } from './case-state.ts';
import type { CaseActor } from './case-world.ts';

/** How an actor stands to a case; a transition's `who` may name these beside roles. */
export const relationNames = [
  'requester',
  'behalf',
  'assignee',
  'team',
  'accountable',
  'backup',
  'approver',
  'watcher',
  'system',
] as const;
export type Relation = (typeof relationNames)[number];

/** The relations an actor has to a case as it stands. */
export function relationsOf(state: CaseState, who: CaseActor): Relation[] {
  const me = who.actor.id;
  const found: Relation[] = [];
  if (who.actor.kind === 'system') found.push('system');
  if (state.requester === me) found.push('requester');
  if (state.behalf === me) found.push('behalf');
  if (state.owner === me) found.push('assignee');
  if (isInTeam(state, who)) found.push('team');
  if (who.roles.includes(state.accountable)) found.push('accountable');
  if (who.roles.includes(state.backup)) found.push('backup');
  if (isApprover(state, me)) found.push('approver');
  if (state.watchers.includes(me)) found.push('watcher');
  return found;
}

function isInTeam(state: CaseState, who: CaseActor): boolean {
  return (
    (state.team !== null && who.teams.includes(state.team)) ||
    (state.pool !== null && who.pools.includes(state.pool))
  );
}

/** Whether a person is named by an open gate, in their own name or for somebody. */
function isApprover(state: CaseState, person: string): boolean {
  return state.gates.some(
    (gate) =>
      gate.status === 'open' &&
      gate.steps.some((step) => step.approvers.some((approver) => approver.person === person)),
  );
}
