import type { Ability } from '../../../domain/access/ability-of.ts';
import { projectEvents } from '../../../domain/access/project-case.ts';
import type { OpenedEvent } from '../../../domain/stream/event.ts';
import { historyOf } from '../directory/read-object.ts';
import type { CaseDeps } from './case-command.ts';
import { type EventView, getReadableCase } from './readable-case.ts';
import { sensitiveAmong } from './sensitive-among.ts';

/** Events of a case in their order, as one viewer is shown them; `next` is the seq to go on behind, null at the end. */
export interface CaseEvents {
  readonly events: readonly OpenedEvent[];
  readonly next: number | null;
  /** Fields marked sensitive whose answers are in them. */
  readonly sensitive: readonly string[];
}

/** A page of what happened to a case, behind `after`. @throws DomainError NOT_FOUND. */
export async function caseEvents(
  deps: Pick<CaseDeps, 'store' | 'definitions'>,
  ability: Ability,
  caseId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<CaseEvents> {
  const readable = await getReadableCase(deps, ability, caseId);
  const events = await historyOf(deps.store, caseId, page.after, page.limit);
  const last = events.at(-1);
  const shown = eventsFor(readable, events);
  return {
    events: shown,
    sensitive: sensitiveAmong(readable, shown.flatMap(fieldsOf)),
    next: last !== undefined && events.length === page.limit ? last.seq : null,
  };
}

/** The fields an event says something of. */
export function fieldsOf({ human, data }: OpenedEvent): string[] {
  const values = Object.keys(human).flatMap((name) =>
    name.startsWith('values/') ? [name.slice('values/'.length)] : [],
  );
  return typeof data['field'] === 'string' ? [...values, data['field']] : values;
}

/** Events of a case without what is not for the viewer; values of another type's form are read on that type only. */
export function eventsFor(view: EventView, events: readonly OpenedEvent[]): OpenedEvent[] {
  const { shown, internal, definition } = view;
  const fields = new Set(definition.document.form.fields.map(({ id }) => id));
  const foreign = events.flatMap(({ human }) =>
    Object.keys(human).flatMap((name) => {
      const field = name.startsWith('values/') ? name.slice('values/'.length) : undefined;
      return field === undefined || fields.has(field) ? [] : [field];
    }),
  );
  return projectEvents(events, { masked: [...shown.masked, ...foreign], internal });
}
