import type { CaseState } from './case-state.ts';

/** The most tokens a case carries. */
export const readersLimit = 64;

/** Roles that read every case, whatever it is about. */
export const roleReaders = ['role:auditor', 'role:admin'] as const;

/**
 * Who may read a case, as tokens: those involved, the team and pool it belongs to, the roles that answer for it, its approvers,
 * auditors and administrators. Never more than 64; those involved come first.
 */
export function readersOf(state: CaseState): string[] {
  const people = [
    state.requester,
    state.behalf,
    state.owner,
    ...state.asks.filter((ask) => ask.answeredAt === null).map((ask) => ask.to),
  ];
  const tokens = new Set<string>();
  for (const person of people) if (person !== null && person !== '') tokens.add(`person:${person}`);
  for (const role of [state.accountable, state.backup]) if (role !== '') tokens.add(`role:${role}`);
  for (const token of roleReaders) tokens.add(token);
  if (state.team !== null) tokens.add(`team:${state.team}`);
  if (state.pool !== null) tokens.add(`pool:${state.pool}`);
  for (const person of approversOf(state)) tokens.add(`person:${person}`);
  for (const person of [...state.watchers, ...[...state.previousOwners].reverse()])
    tokens.add(`person:${person}`);
  return [...tokens].slice(0, readersLimit);
}

/** Everybody asked to sign by any gate of the case, open or settled. */
function approversOf(state: CaseState): string[] {
  return state.gates.flatMap((gate) =>
    gate.steps.flatMap((step) => step.approvers.map((approver) => approver.person)),
  );
}
