import { z } from 'zod';
import type { Delegation } from '../../../domain/approval/delegation.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { delegationsBy } from '../../../domain/stream/person/person-view.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import { delegate, delegationsTo, endDelegation } from '../../use-cases/directory/delegations.ts';
import { findObjects } from '../../use-cases/directory/find-objects.ts';
import { namedByEvent, namesInDirectory } from '../../use-cases/directory/names-in-directory.ts';
import { seesAllOf } from '../../use-cases/directory/person-sight.ts';
import { historyOf } from '../../use-cases/directory/read-object.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { expand, jsonAnswer, jsonBody, pageQuery } from '../schemas/common.ts';
import {
  delegationSchema,
  directoryBodies,
  directoryNamesSchema,
  historySchema,
} from '../schemas/directory-schemas.ts';
import { delegationBody, delegationPlace } from './delegation-body.ts';
import { directoryCall, readableObject } from './directory-answers.ts';
import { directorySubject } from './directory-kinds.ts';

const tag = 'Delegations';
const params = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}~[A-Za-z0-9_-]{1,64}$/),
});
const listQuery = z.strictObject({
  ...pageQuery,
  person: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, 'Give the id of a person.')
    .exactOptional(),
  of: z
    .literal('everybody', 'Leave this out, or ask for those of everybody.')
    .exactOptional()
    .meta({ description: 'Those that everybody gave, page by page; for auditors and administrators.' }),
  expand,
});
const listed = z.object({
  given: z.array(delegationSchema),
  received: z.array(delegationSchema),
  next: z.string().nullable(),
  names: directoryNamesSchema.optional(),
});

/** Those that everybody gave, by the name of whoever gave them. */
async function ofEverybody(
  call: Call,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
) {
  const { parts, viewer } = call;
  if (!viewer.systemRoles.some((role) => role === 'admin' || role === 'auditor'))
    throw new DomainError('NOT_ALLOWED', 'Delegations of everybody are for auditors and administrators.');
  const keep = ({ state }: { readonly state: PersonState }): boolean => state.delegations.length > 0;
  const page = await findObjects<PersonState>(
    parts.deps.store,
    { list: 'person', words: '', keep, limit },
    parts.cursors.read('delegations', cursor),
  );
  return {
    given: page.items.flatMap(({ _id, state }) => delegationsBy(idInStream(_id), state)),
    received: [],
    next: page.next === null ? null : parts.cursors.write('delegations', page.next),
  };
}

/** Those given and received by one person. */
async function ofPerson(call: Call, person: string) {
  const { state } = await readableObject<PersonState>(call, 'person', person);
  if (!seesAllOf(call.viewer, person, state))
    throw new DomainError('NOT_ALLOWED', 'Delegations are for those they concern and for administrators.');
  const received = await delegationsTo(call.parts.deps.store, person);
  return { given: delegationsBy(person, state), received, next: null };
}

/** One delegation the caller may see: given by them, given to them, or of somebody they see all of. */
async function seenDelegation(call: Call, id: string): Promise<Delegation> {
  const { person, delegationId } = delegationPlace(id);
  const { state } = await readableObject<PersonState>(call, 'person', person);
  const found = delegationsBy(person, state).find((one) => one.id === delegationId);
  const theirs = found?.to === call.viewer.personId || seesAllOf(call.viewer, person, state);
  if (found !== undefined && theirs) return found;
  throw new DomainError('NOT_FOUND', 'There is no such delegation, or it is not yours to see.');
}

/** Ends a delegation; the right is that of whoever may make one for the person. */
async function ended(call: Call, id: string) {
  const { person, delegationId } = delegationPlace(id);
  const own = directoryCall(call, 'person', person, { action: 'delegate', command: 'end-delegation' });
  const { doc, repeated } = await endDelegation(call.parts.deps, own, { person, delegationId });
  if (repeated) call.allow('read', directorySubject('person', person, doc.state));
  return json({ id, ended: true });
}

const endedAnswer = { 200: jsonAnswer('It has ended', z.object({ id: z.string(), ended: z.boolean() })) };

/** Standing delegations: who decides for whom, for how long, and of what. */
export const delegations: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/delegations',
      operationId: 'listDelegations',
      tag,
      summary: 'Delegations given and received, of the caller or of a person whose they may see',
      query: listQuery,
      answers: { 200: jsonAnswer('The delegations', listed) },
    },
    right('Person', 'read'),
    async (call) => {
      const { person = call.viewer.personId, of: whose, expand: wanted, ...page } = call.query;
      const { given, received, next } =
        whose === undefined ? await ofPerson(call, person) : await ofEverybody(call, page);
      const body = { given: given.map(delegationBody), received: received.map(delegationBody), next };
      if (wanted === undefined) return json(body);
      const people = [...given, ...received].flatMap(({ from, to }) => [from, to]);
      const named = people.map((id) => ({ kind: 'person' as const, id }));
      return json({ ...body, names: await namesInDirectory(call.parts.deps.store, call.ability, named) });
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/delegations',
      operationId: 'createDelegation',
      tag,
      summary: 'Let somebody else decide, for a time and within bounds',
      body: jsonBody(directoryBodies.delegation),
      answers: { 201: jsonAnswer('The delegation', delegationSchema) },
    },
    right('Person', 'delegate'),
    async (call) => {
      const { person = call.viewer.personId, ...delegation } = call.body;
      const own = directoryCall(call, 'person', person, { action: 'delegate', command: 'delegate' });
      const { delegationId, doc, repeated } = await delegate(call.parts.deps, own, { person, delegation });
      if (repeated) call.allow('read', directorySubject('person', person, doc.state));
      const made = delegationsBy(person, doc.state).find(({ id }) => id === delegationId);
      if (made === undefined) throw new DomainError('NOT_FOUND', 'This delegation has ended meanwhile.');
      return json(delegationBody(made), { status: 201 });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/delegations/{id}',
      operationId: 'getDelegation',
      tag,
      summary: 'One delegation',
      params,
      answers: { 200: jsonAnswer('The delegation', delegationSchema) },
    },
    right('Person', 'read'),
    async (call) => json(delegationBody(await seenDelegation(call, call.params.id))),
  ),
  endpoint(
    {
      method: 'patch',
      path: '/api/v1/delegations/{id}',
      operationId: 'changeDelegation',
      tag,
      summary: 'End a delegation at once; another one is made anew',
      params,
      body: jsonBody(z.strictObject({ ended: z.literal(true) })),
      answers: endedAnswer,
    },
    right('Person', 'delegate'),
    (call) => ended(call, call.params.id),
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/delegations/{id}/history',
      operationId: 'listDelegationHistory',
      tag,
      summary: 'What happened to a delegation',
      params,
      answers: { 200: jsonAnswer('The events', historySchema) },
    },
    right('Person', 'read'),
    async (call) => {
      const { person, delegationId } = delegationPlace(call.params.id);
      const { state } = await readableObject<PersonState>(call, 'person', person);
      if (!seesAllOf(call.viewer, person, state)) await seenDelegation(call, call.params.id);
      const items = [];
      const stream = streamId('person', person);
      for (let after = 0; ; ) {
        const events = await historyOf(call.parts.deps.store, stream, after, 200);
        items.push(
          ...events.filter(({ kind, data }) => /^delegat/.test(kind) && data['id'] === delegationId),
        );
        after = events.at(-1)?.seq ?? after;
        if (events.length < 200) break;
      }
      if (items.length === 0) throw new DomainError('NOT_FOUND', 'There is no such delegation.');
      const named = items.flatMap((event) => namedByEvent('person', event));
      const names = await namesInDirectory(call.parts.deps.store, call.ability, named);
      return json({ items, next: null, names });
    },
  ),
];
