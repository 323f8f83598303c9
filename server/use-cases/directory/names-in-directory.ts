import type { Ability } from '../../../domain/access/ability-of.ts';
import type { SubjectDoc } from '../../../domain/access/subjects.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type {
  DirectoryKindName,
  Fields,
  Reference,
} from '../../../domain/stream/directory/directory-object.ts';
import { objectOf } from '../../../domain/stream/directory-objects.ts';
import type { OpenedEvent } from '../../../domain/stream/event.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';

/** What ids in the directory stand for, by kind: id → name. */
export interface DirectoryNames {
  readonly people: Readonly<Record<string, string>>;
  readonly teams: Readonly<Record<string, string>>;
  readonly calendars: Readonly<Record<string, string>>;
  readonly accounts: Readonly<Record<string, string>>;
}

type Named = Pick<Reference, 'kind' | 'id'>;

/** What the fields of an object name. */
export function namedByFields(kind: DirectoryKindName, fields: object): readonly Named[] {
  return objectOf(kind).references(fields as Fields);
}

/** What an event of an object names: who acted, who was acted on, and what the new values name. */
export function namedByEvent(kind: DirectoryKindName, { actor, data, human }: OpenedEvent): readonly Named[] {
  const set = Object.entries(human).flatMap(([name, value]) =>
    name.startsWith('set/') ? [[name.slice('set/'.length), value] as const] : [],
  );
  const people = [data['person'], data['to'], ...(actor.kind === 'system' ? [] : [actor.id])];
  return [
    ...namedByFields(kind, Object.fromEntries(set)),
    ...people.flatMap((id: Json | undefined) =>
      typeof id === 'string' ? [{ kind: 'person' as const, id }] : [],
    ),
  ];
}

/** The names of what is named, as far as the viewer may read it. */
export async function namesInDirectory(
  { aggregates }: Pick<Store, 'aggregates'>,
  ability: Ability,
  named: readonly Named[],
): Promise<DirectoryNames> {
  const ids = [...new Set(named.map(({ kind, id }) => streamId(kind, id)))];
  const docs = await aggregates.loadMany<{ readonly name?: string; readonly title?: string }>(ids);
  const of = (kind: 'person' | 'team' | 'calendar' | 'account'): Record<string, string> =>
    Object.fromEntries(
      docs.flatMap(({ _id, kind: found, state }) => {
        const id = idInStream(_id);
        if (found !== kind || !ability.can('read', subjectOf(kind, id, state))) return [];
        return [[id, state.name ?? state.title ?? id]];
      }),
    );
  return { people: of('person'), teams: of('team'), calendars: of('calendar'), accounts: of('account') };
}

function subjectOf(kind: 'person' | 'team' | 'calendar' | 'account', id: string, state: object): SubjectDoc {
  switch (kind) {
    case 'person':
      return {
        subject: 'Person',
        id,
        managerId: (state as { readonly managerId: string | null }).managerId,
      };
    case 'team':
      return { subject: 'Team', id };
    case 'calendar':
      return { subject: 'Calendar', id };
    default:
      return { subject: 'Account', id };
  }
}
