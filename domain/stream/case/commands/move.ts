import { DomainError } from '../../../error/domain-error.ts';
import { textIn } from '../../../form/text-schema.ts';
import type { Situation } from '../../../workflow/transition-refusals.ts';
import { requireTransition } from '../../../workflow/transitions.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { firstResponse } from '../clock-moves.ts';
import { enterState } from '../enter-state.ts';
import { openGatesAhead } from '../gate-moves.ts';
import { relationNames, relationsOf } from '../relations.ts';

/** What decides which steps of the workflow an actor may take on a case. */
export function situationOf(state: CaseState, world: CaseWorld): Situation {
  const { document } = world.definition;
  const language = document.form.language;
  return {
    workflow: document.workflow,
    state: state.state,
    relations: [...relationsOf(state, world.actor), ...rolesOf(world)],
    facts: world.facts,
    values: valuesWithFiles(state),
    openGates: openGatesAhead(state, world),
    labels: Object.fromEntries(
      document.form.fields.map((field) => [field.id, textIn(field.label ?? field.id, language)]),
    ),
    language,
  };
}

/** Roles of the actor; one that is called like a relation says nothing of what they are to this case. */
function rolesOf({ actor }: CaseWorld): string[] {
  return actor.roles.filter((role) => !(relationNames as readonly string[]).includes(role));
}

/** Values with file fields answered by what is attached to them. */
function valuesWithFiles(state: CaseState): Record<string, unknown> {
  const values: Record<string, unknown> = { ...state.values };
  for (const { field, id } of state.attachments) if (field !== null) values[field] ??= [id];
  return values;
}

/**
 * Takes a step of the workflow.
 * @throws DomainError TRANSITION_NOT_OFFERED, NOT_ALLOWED, GATE_OPEN, GUARD_REFUSED, VALIDATION_FAILED, REASON_REQUIRED, CASE_CLOSED.
 */
export function decideTransition(
  state: CaseState,
  command: { transition: string; comment: string },
  world: CaseWorld,
): Decision {
  const step = requireTransition({
    ...situationOf(state, world),
    transition: command.transition,
    comment: command.comment,
  });
  const course = new CaseCourse(state, world.now, world.actor.actor);
  if (command.comment.trim() !== '')
    course.happened(
      'commented',
      { id: world.newId(), visibility: 'public', mentions: [], transition: step.id },
      { text: command.comment.trim() },
    );
  if (world.actor.actor.id !== state.requester && state.open) firstResponse(course, world);
  enterState(course, world, step.to, { transition: step.id });
  return course.decision();
}

/**
 * Withdraws the request by the way its workflow has for that.
 * @throws DomainError TRANSITION_NOT_OFFERED when there is no such way from here, and what `decideTransition` refuses.
 */
export function decideWithdraw(state: CaseState, command: { reason: string }, world: CaseWorld): Decision {
  const { transitions } = world.definition.document.workflow;
  const way = transitions.find((step) => step.kind === 'withdraw' && step.from.includes(state.state));
  if (way === undefined) {
    throw new DomainError(
      state.open ? 'TRANSITION_NOT_OFFERED' : 'CASE_CLOSED',
      'It can no longer be withdrawn from here. Ask those who have it to close it.',
      {
        data: { state: state.state },
      },
    );
  }
  return decideTransition(state, { transition: way.id, comment: command.reason }, world);
}

/** Takes the step that ends a time-boxed stay, if the case is still in that state. */
export function decideExpired(
  state: CaseState,
  due: { transition: string; state: string },
  world: CaseWorld,
): Decision {
  if (!state.open || state.state !== due.state) return { events: [] };
  return decideTransition(state, { transition: due.transition, comment: '' }, world);
}
