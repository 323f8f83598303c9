import { textIn } from '../../../form/text-schema.ts';
import type { Json } from '../../../hash/canonical-json.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { takeAutomatic } from '../enter-state.ts';
import { reopenStaleGates } from '../gate-moves.ts';
import { oweSync } from '../owe-sync.ts';
import { requireOpen } from '../require-open.ts';
import { isUndecided } from '../settled-route.ts';
import { startRouting } from '../start-routing.ts';
import { humanEntries, tablePriority } from './submit.ts';

/** Values that have passed the form, and what of them changed. */
export interface EditCommand {
  readonly values: { readonly [field: string]: Json };
  readonly changed: readonly string[];
  readonly title: string;
  readonly searchable: readonly string[];
  readonly reason: string;
  /** Facts the present routing decision read. */
  readonly factsRead: readonly string[];
}

/**
 * Changes values of a case. A material one moves the basis: gates whose inputs changed open again; one that a routing rule read
 * routes the case again. `world.facts` are the facts after the change. Nothing when nothing changed.
 * @throws DomainError CASE_CLOSED.
 */
export function decideEdit(state: CaseState, command: EditCommand, world: CaseWorld): Decision {
  requireOpen(state);
  if (command.changed.length === 0) return { events: [] };
  const { form } = world.definition.document;
  const material = command.changed.filter((id) => {
    const field = form.fields.find((other) => other.id === id);
    return field !== undefined && !('material' in field && field.material === false);
  });
  const removed = command.changed.filter((id) => command.values[id] === undefined);
  const kept = Object.fromEntries(
    command.changed.flatMap((id) =>
      command.values[id] === undefined ? [] : [[id, command.values[id] as Json]],
    ),
  );
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened(
    'edited',
    { fields: [...command.changed], removed, material: material.length > 0 },
    {
      ...humanEntries(kept),
      title: command.title,
      searchable: [...command.searchable],
      ...(command.reason === '' ? {} : { reason: command.reason }),
    },
  );
  const priority = tablePriority(world);
  if (state.priorityBy === 'table' && priority !== state.priority)
    course.happened('priority-set', { value: priority, before: state.priority, by: 'table' });
  if (material.length > 0) {
    reopenStaleGates(course, world, material);
    // While undecided the rev has moved, which makes the routing under way decide again: no new epoch is needed.
    const read = command.factsRead.some((key) =>
      material.some((field) => key === field || key.startsWith(`${field}.`)),
    );
    if (read && !isUndecided(course.state))
      startRouting(course, `edited:${material.map((id) => textIn(id, 'en')).join(',')}`, world.now);
  }
  oweSync(course, world, 'edited');
  takeAutomatic(course, world);
  return course.decision();
}
