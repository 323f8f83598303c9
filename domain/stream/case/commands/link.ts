import type { Decision } from '../../decision.ts';
import type { CaseState } from '../case-state.ts';

/** The record in another system that a case was found to be. */
export interface LinkCommand {
  readonly connection: string;
  /** Its id there. */
  readonly id: string;
  /** Where people find it; null where the other system does not say. */
  readonly link: string | null;
}

/** Keeps on the case which record it is in another system; nothing when that is known, or when only the address is not said this time. */
export function decideLink(state: CaseState, { connection, id, link }: LinkCommand): Decision {
  const known = Object.hasOwn(state.external, connection) ? state.external[connection] : undefined;
  if (known?.id === id && (link === null || known.link === link)) return { events: [] };
  // Nobody's work is out of date because another system answered.
  return { events: [{ kind: 'linked', data: { type: state.type, connection, id, link }, raises: false }] };
}
