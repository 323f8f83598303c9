import { z } from 'zod';
import { absenceOf } from '../../../domain/approval/approver-directory.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { DirectoryState } from '../../../domain/stream/directory/directory-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import { findObjects } from '../../use-cases/directory/find-objects.ts';
import { namedByFields, namesInDirectory } from '../../use-cases/directory/names-in-directory.ts';
import { seesAllOf } from '../../use-cases/directory/person-sight.ts';
import { type Call, type Endpoint, endpoint } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { expand, jsonAnswer, pageOf, pageQuery } from '../schemas/common.ts';
import { directoryNamesSchema, objectSchema } from '../schemas/directory-schemas.ts';
import { type DirectoryResource, directorySubject, objectBody } from './directory-kinds.ts';

const everyKind = {
  ...pageQuery,
  active: z
    .enum(['true', 'false', 'all'])
    .default('true')
    .meta({ description: 'Those in use, those out of use, or both.' }),
  q: z
    .string()
    .max(200, 'Search for 200 characters at most.')
    .default('')
    .meta({ description: 'Words in the name or the id.' }),
  expand,
};

const ofPeople = {
  role: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/, 'Name a role as definitions do.')
    .exactOptional()
    .meta({ description: 'Active people with this role.' }),
  absent: z
    .literal('now', 'Leave this out, or ask for those who are absent now.')
    .exactOptional()
    .meta({ description: 'Those on leave or away, as far as the caller sees leave.' }),
};

interface Narrowed {
  readonly active: 'true' | 'false' | 'all';
  readonly role?: string;
  readonly absent?: 'now';
}

/** Objects of one kind, by name, narrowed as an address can. */
export function listEndpoint(resource: DirectoryResource): Endpoint {
  const { plural, kind, names } = resource;
  return endpoint(
    {
      method: 'get',
      path: `/api/v1/${plural}`,
      operationId: `list${names}`,
      tag: names,
      summary: `${names}, by name`,
      query: z.strictObject(kind === 'person' ? { ...everyKind, ...ofPeople } : everyKind),
      answers: {
        200: jsonAnswer('One page', pageOf(objectSchema).extend({ names: directoryNamesSchema.optional() })),
      },
    },
    { kind: 'signed-in', because: 'each object is listed only when the caller may read it' },
    async (call) => {
      const { parts, viewer, ability, query } = call;
      const { limit, cursor, q, expand: wanted, ...narrowed } = query;
      const place = `directory ${JSON.stringify([kind, q, narrowed])}`;
      const page = await findObjects<DirectoryState>(
        parts.deps.store,
        {
          list: listOf(kind, narrowed),
          words: q,
          limit,
          keep: (doc) =>
            ability.can('read', directorySubject(kind, idInStream(doc._id), doc.state)) &&
            isWanted(call, narrowed, doc),
        },
        parts.cursors.read(place, cursor),
      );
      const items = page.items.map(({ _id, rev, state }) =>
        objectBody(viewer, kind, { id: idInStream(_id), rev, state }),
      );
      const next = page.next === null ? null : parts.cursors.write(place, page.next);
      if (wanted === undefined) return json({ items, next });
      const named = items.flatMap((item) => namedByFields(kind, item));
      return json({ items, next, names: await namesInDirectory(parts.deps.store, ability, named) });
    },
  );
}

function listOf(kind: DirectoryResource['kind'], { active, role }: Narrowed): string {
  if (role !== undefined) return `role:${role}`;
  return active === 'true' ? `${kind}|active` : kind;
}

function isWanted(
  { parts, viewer }: Pick<Call, 'parts' | 'viewer'>,
  { active, absent }: Narrowed,
  { _id, state }: Aggregate<DirectoryState>,
): boolean {
  if (active !== 'all' && state.active !== (active === 'true')) return false;
  if (absent === undefined) return true;
  const person = state as PersonState;
  const id = idInStream(_id);
  const absence = absenceOf({ ...person, id }, parts.deps.clock.now());
  return (absence === 'away' || absence === 'on-leave') && seesAllOf(viewer, id, person);
}
