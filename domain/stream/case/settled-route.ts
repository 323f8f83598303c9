import type { CaseState, Routed } from './case-state.ts';

/** How this epoch was decided; undefined while the case is undecided under it. */
export function routedUnder(state: Pick<CaseState, 'routed'>, epoch: number): Routed | undefined {
  return state.routed[String(epoch)];
}

/** Whether the present epoch of an open case still waits for a decision. */
export function isUndecided(state: Pick<CaseState, 'open' | 'routed' | 'epoch'>): boolean {
  return state.open && routedUnder(state, state.epoch) === undefined;
}

/** What a seat of this person on this case has to become (protocol 9). */
export function seatVerdict(
  state: Pick<CaseState, 'open' | 'owner' | 'routed' | 'epoch'> | undefined,
  person: string,
): 'in' | 'out' | 'as-it-is' {
  if (state === undefined || !state.open) return 'out';
  if (state.owner === person) return 'in';
  return isUndecided(state) ? 'as-it-is' : 'out';
}
