import { DomainError } from '../../../error/domain-error.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { oweNotice } from '../notices.ts';
import { requireOpen } from '../require-open.ts';

/**
 * Sets the priority (1 is the highest, 4 the lowest) by hand, with a reason.
 * @throws DomainError CASE_CLOSED, REASON_REQUIRED, CONFLICT when it has that priority already.
 */
export function decidePriority(
  state: CaseState,
  command: { value: number; reason: string },
  world: CaseWorld,
): Decision {
  requireOpen(state);
  if (command.reason.trim() === '')
    throw new DomainError('REASON_REQUIRED', 'Say why the table is wrong for this case.');
  if (command.value === state.priority)
    throw new DomainError('CONFLICT', `It has priority ${command.value} already.`);
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened(
    'priority-set',
    { value: command.value, before: state.priority, by: 'hand' },
    { reason: command.reason },
  );
  return course.decision();
}

/**
 * Escalates the case to those who answer for it, and raises its priority by one.
 * @throws DomainError CASE_CLOSED, REASON_REQUIRED.
 */
export function decideEscalate(state: CaseState, command: { reason: string }, world: CaseWorld): Decision {
  requireOpen(state);
  if (command.reason.trim() === '')
    throw new DomainError('REASON_REQUIRED', 'Say what is wrong, so that help can start at once.');
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened('escalated', { by: 'hand', level: state.escalation + 1 }, { reason: command.reason });
  raisePriority(course);
  oweNotice(course, world, {
    to: `role:${state.accountable}`,
    why: 'escalated',
    ref: String(state.escalation + 1),
  });
  if (state.escalation > 0)
    oweNotice(course, world, {
      to: `role:${state.backup}`,
      why: 'escalated',
      ref: String(state.escalation + 1),
    });
  if (state.owner !== null)
    oweNotice(course, world, { to: state.owner, why: 'escalated', ref: String(state.escalation + 1) });
  return course.decision();
}

/** One step more urgent, never beyond 1. */
export function raisePriority(course: CaseCourse): void {
  const before = course.state.priority;
  if (before > 1) course.happened('priority-set', { value: before - 1, before, by: 'escalation' });
}
