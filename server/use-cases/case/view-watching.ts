import type { Ability } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { type CaseState, watchersLimit } from '../../../domain/stream/case/case-state.ts';

/** How a viewer stands to the watching of a case. */
export interface ShownWatching {
  readonly mine: boolean;
  /** As many watch it as can. */
  readonly full: boolean;
  /** They read the case for no other reason. */
  readonly onlyWay: boolean;
}

/** Whether the viewer watches a case, and whether they would lose sight of it without. */
export function viewWatching(
  ability: Ability,
  { _id, state }: Pick<Aggregate<CaseState>, '_id' | 'state'>,
): ShownWatching {
  const me = ability.viewer.personId;
  const mine = state.watchers.includes(me);
  const without = { ...state, watchers: state.watchers.filter((id) => id !== me) };
  return {
    mine,
    full: state.watchers.length >= watchersLimit,
    onlyWay: mine && !ability.can('read', caseSubject({ _id, state: without })),
  };
}
