import { DomainError } from '../../../error/domain-error.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import { type CaseState, watchersLimit } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';

/** Lets somebody watch the case: they read it and are told what happens to it; nothing when they watch it already. @throws DomainError LIMIT_EXCEEDED. */
export function decideWatch(state: CaseState, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const me = world.actor.actor.id;
  requirePlaceToWatch(state, [me]);
  if (!state.watchers.includes(me)) course.noted('watched');
  return course.decision();
}

/** Ends somebody's own watching, whether they began it or were mentioned; nothing when they do not watch. */
export function decideUnwatch(state: CaseState, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  if (state.watchers.includes(world.actor.actor.id)) course.noted('unwatched');
  return course.decision();
}

/** Passes when all of these can watch beside those who do. @throws DomainError LIMIT_EXCEEDED. */
export function requirePlaceToWatch({ watchers }: CaseState, people: readonly string[]): void {
  const places = new Set([...watchers, ...people]).size;
  if (places > Math.max(watchers.length, watchersLimit))
    throw new DomainError(
      'LIMIT_EXCEEDED',
      `${watchersLimit} people at most watch a case, and being mentioned makes one watch it. Ask somebody to stop watching first.`,
      { data: { limit: watchersLimit, watching: watchers.length } },
    );
}
