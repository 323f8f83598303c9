import { type Decision, nothingDecided } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { isUndecided } from '../settled-route.ts';
import { startRouting } from '../start-routing.ts';

/**
 * Routes a case again because the person who has it became unavailable; they keep it until somebody else is found (protocol).
 * Nothing when it is closed, somebody else's, or being routed already.
 */
export function decideMoveOn(
  state: CaseState,
  command: { readonly person: string },
  world: Pick<CaseWorld, 'now' | 'actor'>,
): Decision {
  if (!state.open || state.owner !== command.person || isUndecided(state)) return nothingDecided;
  const course = new CaseCourse(state, world.now, world.actor.actor);
  startRouting(course, 'assignee-unavailable', world.now);
  return course.decision();
}
