import type { Json } from '../../../hash/canonical-json.ts';
import { priorityOf } from '../../../routing/priority.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import { type AgentProposal, emptyCase } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { clocksOnSubmit } from '../clock-moves.ts';
import { enterState } from '../enter-state.ts';
import { oweSync } from '../owe-sync.ts';

/** A submission whose values have passed the form. */
export interface SubmitCommand {
  readonly number: string;
  readonly version: number;
  readonly requester: string;
  readonly requesterKind: 'person' | 'service';
  readonly behalf: string | null;
  readonly source: string;
  readonly values: { readonly [field: string]: Json };
  readonly scores: { readonly [id: string]: number };
  readonly proposal: AgentProposal | null;
  /** Shown as the case's title. */
  readonly title: string;
  /** Display texts of searchable, not sensitive values. */
  readonly searchable: readonly string[];
  readonly duplicateKeys: readonly string[];
  /** Uploaded files that answer file fields. */
  readonly files?: readonly SubmittedFile[];
}

/** One uploaded file and the field it answers. */
export interface SubmittedFile {
  readonly id: string;
  readonly digest: string;
  readonly size: number;
  readonly name: string;
  readonly field: string;
}

/** Values as the sealed entries of an event, one seal each. */
export function humanEntries(values: { readonly [field: string]: Json }): Record<string, Json> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [`values/${field}`, value]));
}

/** The priority the definition's visible table gives these facts. */
export function tablePriority(world: Pick<CaseWorld, 'definition' | 'facts'>): number {
  const { document, purposes } = world.definition;
  return priorityOf(document.priority, world.facts, {
    urgency: purposes.get('urgency'),
    impact: purposes.get('impact'),
    dueDate: purposes.get('due_date'),
  }).value;
}

/** A new case: what was asked for is on record, the first state is entered, its routing is owed. */
export function decideSubmit(command: SubmitCommand, world: CaseWorld): Decision {
  const { document, hash } = world.definition;
  const course = new CaseCourse({ ...emptyCase, type: document.slug }, world.now, world.actor.actor);
  course.happened(
    'submitted',
    {
      number: command.number,
      version: command.version,
      definition: hash,
      requester: command.requester,
      requesterKind: command.requesterKind,
      behalf: command.behalf,
      editor: world.actor.actor.id,
      source: command.source,
      scores: command.scores,
      priority: tablePriority(world),
      duplicateKeys: command.duplicateKeys,
    },
    {
      ...humanEntries(command.values),
      title: command.title,
      basisSalt: world.newId(),
      ...(command.searchable.length === 0 ? {} : { searchable: command.searchable }),
      ...(command.proposal === null ? {} : { proposal: { ...command.proposal } }),
    },
  );
  for (const { id, digest, size, name, field } of command.files ?? [])
    course.happened('attached', { id, digest, size, field }, { name });
  clocksOnSubmit(course, world);
  oweSync(course, world, 'submitted');
  enterState(course, world, document.workflow.initial, { transition: null });
  return course.decision();
}
