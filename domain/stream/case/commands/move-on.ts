import { type Decision, nothingDecided } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { isUndecided } from '../settled-route.ts';
import { startRouting } from '../start-routing.ts';

/** Somebody who became unavailable; `seated` when their load has a slot for the case. */
export interface MoveOnCommand {
  readonly person: string;
  readonly seated?: boolean;
}

/**
 * Routes a case again because the person who has it became unavailable; they keep it until somebody else is found (protocol).
 * A case still undecided is routed again when the person is seated for it: a worker may be about to give it to them.
 * Nothing when it is closed, somebody else's, or being routed without them.
 */
export function decideMoveOn(
  state: CaseState,
  command: MoveOnCommand,
  world: Pick<CaseWorld, 'now' | 'actor'>,
): Decision {
  const affected = isUndecided(state) ? command.seated === true : state.owner === command.person;
  if (!state.open || !affected) return nothingDecided;
  const course = new CaseCourse(state, world.now, world.actor.actor);
  startRouting(course, 'assignee-unavailable', world.now);
  return course.decision();
}
