import { DomainError } from '../../../error/domain-error.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { firstAssigned } from '../clock-moves.ts';
import { oweNotice } from '../notices.ts';
import { oweSync } from '../owe-sync.ts';
import { requireOpen } from '../require-open.ts';
import { isUndecided } from '../settled-route.ts';
import { oweSeat, routeKey, startRouting } from '../start-routing.ts';
import { acknowledgeKey } from './routed.ts';

/** Gives the case to a person. By hand decides the epoch when nobody has (protocol 8), and may exceed capacity. */
function giveTo(
  course: CaseCourse,
  world: CaseWorld,
  to: string,
  how: { event: 'assigned'; reason: string },
): void {
  const before = course.state.owner;
  const epoch = course.state.epoch;
  if (isUndecided(course.state)) {
    course.happened('routed', {
      epoch,
      kind: 'assigned',
      person: to,
      by: world.actor.actor.id,
      pool: null,
      team: course.state.team,
      queue: null,
    });
    course.cancel(routeKey(epoch));
  }
  // Whoever is chosen by hand is not held to what the rule asked of its own pick.
  course.cancel(acknowledgeKey);
  course.happened(how.event, { to, from: before, epoch }, how.reason === '' ? {} : { reason: how.reason });
  oweSync(course, world, 'routed');
  oweSeat(course, before, world.now);
  oweSeat(course, to, world.now);
  firstAssigned(course, world);
}

/**
 * Hands the case to a named person, with a reason.
 * @throws DomainError CASE_CLOSED, REASON_REQUIRED, CONFLICT when that person has it already.
 */
export function decideAssign(
  state: CaseState,
  command: { to: string; reason: string },
  world: CaseWorld,
): Decision {
  requireOpen(state);
  if (command.reason.trim() === '' && command.to !== world.actor.actor.id)
    throw new DomainError('REASON_REQUIRED', 'Say in a sentence why this person should have it.');
  if (state.owner === command.to) throw new DomainError('CONFLICT', 'This person has the case already.');
  const person = world.directory.person(command.to);
  if (person === undefined || !person.active) {
    throw new DomainError('VALIDATION_FAILED', 'Choose somebody who works here now.', {
      details: [{ pointer: '/to', detail: 'There is no active person of this id.' }],
    });
  }
  const course = new CaseCourse(state, world.now, world.actor.actor);
  giveTo(course, world, command.to, { event: 'assigned', reason: command.reason });
  if (command.to !== world.actor.actor.id) oweNotice(course, world, { to: command.to, why: 'assigned' });
  return course.decision();
}

/**
 * Takes an unowned case for oneself.
 * @throws DomainError CASE_CLOSED, CONFLICT when somebody has it.
 */
export function decideClaim(state: CaseState, world: CaseWorld): Decision {
  requireOpen(state);
  if (state.owner !== null)
    throw new DomainError('CONFLICT', 'Somebody has this case. Ask for it to be handed over.', {
      data: { owner: state.owner },
    });
  const course = new CaseCourse(state, world.now, world.actor.actor);
  giveTo(course, world, world.actor.actor.id, { event: 'assigned', reason: '' });
  course.happened('accepted', {});
  return course.decision();
}

/**
 * Gives a case back to its queue or, where it came from a pool, to be routed again.
 * @throws DomainError CASE_CLOSED, NOT_ALLOWED when it is not the actor's.
 */
export function decideRelease(state: CaseState, command: { reason: string }, world: CaseWorld): Decision {
  requireOpen(state);
  requireOwner(state, world);
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const human = command.reason === '' ? {} : { reason: command.reason };
  course.happened('released', {}, human as Record<string, string>);
  oweSeat(course, state.owner, world.now);
  if (state.queue === null) startRouting(course, 'released', world.now);
  return course.decision();
}

/**
 * Declines an assigned case with a reason: it is routed again, past the one who declined.
 * @throws DomainError CASE_CLOSED, NOT_ALLOWED, REASON_REQUIRED.
 */
export function decideDecline(state: CaseState, command: { reason: string }, world: CaseWorld): Decision {
  requireOpen(state);
  requireOwner(state, world);
  if (command.reason.trim() === '')
    throw new DomainError('REASON_REQUIRED', 'Say why, so that the rule can be mended if it was wrong.');
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened('declined', { by: state.owner, pool: state.pool }, { reason: command.reason });
  oweSeat(course, state.owner, world.now);
  startRouting(course, 'declined', world.now);
  return course.decision();
}

/** Notes that the owner has looked at the case; nothing when it was noted before. */
export function decideSee(state: CaseState, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  if (state.open && state.owner === world.actor.actor.id && state.seenAt === null)
    course.happened('seen', {});
  return course.decision();
}

/** Accepts an assigned case. @throws DomainError CASE_CLOSED, NOT_ALLOWED. */
export function decideAccept(state: CaseState, world: CaseWorld): Decision {
  requireOpen(state);
  requireOwner(state, world);
  const course = new CaseCourse(state, world.now, world.actor.actor);
  if (state.acceptedAt === null) course.happened('accepted', {});
  return course.decision();
}

/**
 * Routes the case again by force, with a reason.
 * @throws DomainError CASE_CLOSED, REASON_REQUIRED.
 */
export function decideReroute(state: CaseState, command: { reason: string }, world: CaseWorld): Decision {
  requireOpen(state);
  if (command.reason.trim() === '')
    throw new DomainError('REASON_REQUIRED', 'Say why it should be routed again.');
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened('reroute-forced', {}, { reason: command.reason });
  startRouting(course, 'forced', world.now);
  return course.decision();
}

function requireOwner(state: CaseState, world: CaseWorld): void {
  if (state.owner !== world.actor.actor.id)
    throw new DomainError('NOT_ALLOWED', 'Only the person who has the case can do this.', {
      data: { owner: state.owner },
    });
}
