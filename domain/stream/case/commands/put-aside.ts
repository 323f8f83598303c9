import { DomainError } from '../../../error/domain-error.ts';
import type { Decision } from '../../decision.ts';
import { asideOf, dutiesFor, longestAsideMs, wakeKey } from '../asides.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { requireOpen } from '../require-open.ts';

/**
 * Puts what the case asks of somebody aside until a time, in epoch ms; nothing else about it changes. Once more sets another time.
 * @throws DomainError CASE_CLOSED, CONFLICT when nothing is asked of them, VALIDATION_FAILED for a time that has passed or is over 60 days away.
 */
export function decideSnooze(state: CaseState, command: { until: number }, world: CaseWorld): Decision {
  requireOpen(state);
  const person = world.actor.actor.id;
  if (dutiesFor(state, person).length === 0)
    throw new DomainError('CONFLICT', 'Nothing is asked of you here, so there is nothing to put aside.');
  requireSoon(command.until, world.now);
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.noted('snoozed', { person, until: command.until });
  oweWaking(course, person, command.until);
  return course.decision();
}

function requireSoon(until: number, now: number): void {
  const detail =
    until <= now
      ? 'Choose a time that is still to come.'
      : until > now + longestAsideMs
        ? 'Choose a time within the next 60 days.'
        : undefined;
  if (detail !== undefined)
    throw new DomainError('VALIDATION_FAILED', detail, { details: [{ pointer: '/until', detail }] });
}

/** Takes up again what somebody had put aside. @throws DomainError CASE_CLOSED, NOT_FOUND when they had not. */
export function decideWake(state: CaseState, world: CaseWorld): Decision {
  requireOpen(state);
  const person = world.actor.actor.id;
  if (asideOf(state, person) === undefined)
    throw new DomainError('NOT_FOUND', 'You have not put this aside, or it has come back already.');
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.noted('woken', { person, why: 'asked' });
  return course.decision();
}

/** Brings a case back to whoever put it aside once its time has come; nothing when it came back before. */
export function decideWakeDue(state: CaseState, person: string, world: CaseWorld): Decision {
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const aside = asideOf(state, person);
  if (aside !== undefined && aside.until <= world.now) course.noted('woken', { person, why: 'time' });
  else if (aside !== undefined) oweWaking(course, person, aside.until);
  return course.decision();
}

function oweWaking(course: CaseCourse, person: string, until: number): void {
  course.owe({ kind: 'escalate', key: wakeKey(person), dueAt: until, payload: { what: 'wake', person } });
}
