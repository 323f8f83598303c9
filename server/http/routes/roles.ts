import { z } from 'zod';
import { caseDeeds, caseGrants } from '../../../domain/access/case-grants.ts';
import { grantsOfRole } from '../../../domain/access/grants-of-role.ts';
import { lineSchema } from '../../../domain/stream/directory/field-schemas.ts';
import type { InstallationState } from '../../../domain/stream/installation/installation-stream.ts';
import { installationId } from '../../../domain/stream/installation/installation-stream.ts';
import { type PersonState, systemRoles } from '../../../domain/stream/person/person-state.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import { roleNameSchema } from '../../../domain/workflow/role-ref-schema.ts';
import { actorOf } from '../../use-cases/case/case-request.ts';
import { nameRole } from '../../use-cases/directory/name-role.ts';
import { listObjects } from '../../use-cases/directory/read-object.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer, jsonBody, reason } from '../schemas/common.ts';

const holdersAtMost = 200;
const subject = { subject: 'Installation', id: installationId } as const;

const grantSchema = z.object({
  subject: z.string(),
  actions: z.array(z.string()),
  conditions: z
    .array(z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])))
    .meta({ description: 'Only things for which one of these holds; empty: all of them.' }),
});

const roleSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['system', 'business']),
    title: z
      .string()
      .nullable()
      .meta({ description: 'As the organisation calls it; null for system roles.' }),
    grants: z.array(grantSchema),
    people: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['person', 'service']) })),
    more: z.boolean().meta({ description: 'Whether more people have it than are listed.' }),
  })
  .meta({ id: 'Role' });

const rolesSchema = z
  .object({
    everybody: z.array(grantSchema),
    items: z.array(roleSchema),
    cases: z.array(
      z.object({
        action: z.string(),
        to: z.array(z.string()),
        when: z.enum(['always', 'open', 'unowned']),
        peopleOnly: z.boolean(),
        notForOwnRequest: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Roles', description: 'The rules themselves, as every read and write is held to them.' });

async function holdersOf({ parts }: Call, role: string) {
  const { items, next } = await listObjects<PersonState>(
    parts.deps.store,
    `role:${role}`,
    null,
    holdersAtMost,
  );
  const people = items.map(({ _id, state }) => ({ id: idInStream(_id), name: state.name, kind: state.kind }));
  return { people, more: next !== null };
}

/** What each role may do, and who has it. */
export const roles: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/roles',
      operationId: 'listRoles',
      tag: 'People',
      summary: 'What each role may do, out of the rules, and who has it',
      answers: { 200: jsonAnswer('Every role', rolesSchema) },
    },
    right('Installation', 'read'),
    async (call) => {
      call.allow('read', subject);
      const { store } = call.parts.deps;
      const doc = await store.aggregates.load<InstallationState>(streamId('installation', installationId));
      const known = [
        ...systemRoles.map((id) => ({ id, kind: 'system', title: null, grants: grantsOfRole(id) })),
        ...(doc?.state.businessRoles ?? []).map(({ id, title }) => ({
          id,
          kind: 'business',
          title,
          grants: [],
        })),
      ];
      return json({
        everybody: grantsOfRole(null),
        items: await Promise.all(
          known.map(async (role) => ({ ...role, ...(await holdersOf(call, role.id)) })),
        ),
        cases: caseDeeds.map((action) => ({
          ...{ action, peopleOnly: false, notForOwnRequest: false },
          ...caseGrants[action],
        })),
      });
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/roles',
      operationId: 'nameRole',
      tag: 'People',
      summary:
        'Name a role of the organisation, so that it can be given to people and named by request types',
      body: jsonBody(
        z.strictObject({ id: roleNameSchema, title: lineSchema(200), reason: reason.default('') }),
      ),
      answers: { 201: jsonAnswer('The role', z.object({ id: z.string(), title: z.string() })) },
    },
    right('Installation', 'update'),
    async (call) => {
      const { viewer, parts, body } = call;
      const authorise = (): void => call.allow('update', subject);
      authorise();
      const { id, title } = body;
      await nameRole(
        parts.deps,
        { actor: actorOf(viewer).actor, command: call.command('name-role', body), authorise },
        body,
      );
      return json({ id, title }, { status: 201 });
    },
  ),
];
