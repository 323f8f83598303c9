import { type Decision, nothingDecided } from '../decision.ts';
import type { LoadState } from './load-stream.ts';

/** Lets a load take automatic picks, or none; nothing when it does already. */
export function decideAccept(state: LoadState, accepts: boolean): Decision {
  if (state.accepts === accepts) return nothingDecided;
  return { events: [{ kind: accepts ? 'accepted-again' : 'stopped-accepting', data: {} }] };
}
