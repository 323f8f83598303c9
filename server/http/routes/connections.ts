import { z } from 'zod';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { connectionObject } from '../../../domain/stream/connection/connection-object.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import { actorOf } from '../../use-cases/case/case-request.ts';
import type { CommandResult } from '../../use-cases/command/run-command.ts';
import { checkConnection } from '../../use-cases/delivery/check-connection.ts';
import { connectionAdvice } from '../../use-cases/delivery/connection-advice.ts';
import { saveConnection } from '../../use-cases/directory/connections.ts';
import { getObject, listObjects } from '../../use-cases/directory/read-object.ts';
import { deactivateObject, reactivateObject } from '../../use-cases/directory/write-object.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json, type Reply } from '../core/reply.ts';
import { jsonAnswer, jsonBody, objectParams, pageOf, pageQuery, versionedAnswer } from '../schemas/common.ts';
import {
  createBody,
  directoryBodies,
  historyQuery,
  historySchema,
  patchBody,
} from '../schemas/directory-schemas.ts';
import { directoryHistory } from './directory-answers.ts';

const tag = 'Connections';
const secrets = z.record(z.string(), z.string().min(1).max(8_000).nullable()).exactOptional();

const connectionSchema = z
  .looseObject({
    id: z.string(),
    rev: z.number(),
    active: z.boolean(),
    plugin: z.string(),
    title: z.string(),
    secretNames: z.array(z.string()),
    advice: z
      .string()
      .nullable()
      .describe('What it lacks to be told of anything; null when it lacks nothing'),
  })
  .meta({ id: 'Connection', description: 'Its secrets are never answered, only their names.' });

const answers = { 200: versionedAnswer('The connection', connectionSchema) };
const subjectOf = (id: string) => ({ subject: 'Connection', id }) as const;

function connectionBody(
  { host }: Pick<Call['parts'], 'host'>,
  { _id, rev, state }: Pick<Aggregate<ConnectionState>, '_id' | 'rev' | 'state'>,
) {
  const { credential: _credential, ...shown } = state;
  return { id: idInStream(_id), rev, ...shown, advice: connectionAdvice(host, state) };
}

const savingWith = ({ deps, host }: Pick<Call['parts'], 'deps' | 'host'>) => ({ ...deps, host });

function callOf(call: Call, id: string, action: 'create' | 'update' | 'deactivate', body: unknown) {
  return {
    actor: actorOf(call.viewer).actor,
    command: call.command(`connection-${action}`, [id, body]),
    ...(call.seen === undefined ? {} : { seen: call.seen }),
    authorise: () => call.allow(action, subjectOf(id)),
  };
}

function changed(
  { allow, parts }: Pick<Call, 'allow' | 'parts'>,
  { doc, repeated }: CommandResult<ConnectionState>,
  status = 200,
): Reply {
  if (repeated) allow('read', subjectOf(idInStream(doc._id)));
  return json(connectionBody(parts, doc), { status, rev: doc.rev });
}

const reading: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/connections',
      operationId: 'listConnections',
      tag,
      summary: 'Connections to other systems, by title',
      query: z.strictObject(pageQuery),
      answers: { 200: jsonAnswer('One page', pageOf(connectionSchema)) },
    },
    right('Connection', 'read'),
    async ({ parts, allow, query: { limit, cursor } }) => {
      allow('read', subjectOf('all'));
      const after = parts.cursors.read('connections', cursor);
      const page = await listObjects<ConnectionState>(parts.deps.store, 'connection', after, limit);
      const next = page.next === null ? null : parts.cursors.write('connections', page.next);
      return json({ items: page.items.map((doc) => connectionBody(parts, doc)), next });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/connections/{id}',
      operationId: 'getConnection',
      tag,
      summary: 'One connection, without its secrets',
      params: objectParams,
      answers,
    },
    right('Connection', 'read'),
    async ({ parts, params, allow }) => {
      allow('read', subjectOf(params.id));
      const doc = await getObject<ConnectionState>(parts.deps.store, 'connection', params.id);
      return json(connectionBody(parts, doc), { rev: doc.rev });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/connections/{id}/history',
      operationId: 'listConnectionHistory',
      tag,
      summary: 'What happened to a connection, in order',
      params: objectParams,
      query: historyQuery,
      answers: { 200: jsonAnswer('One page', historySchema) },
    },
    right('Connection', 'read'),
    async (call) => {
      call.allow('read', subjectOf(call.params.id));
      return directoryHistory(call, 'connection', streamId('connection', call.params.id), call.query);
    },
  ),
];

const writing: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/api/v1/connections',
      operationId: 'createConnection',
      tag,
      summary: 'Make a connection; secrets are sealed and never answered',
      body: jsonBody(createBody('connection').extend({ secrets })),
      answers: { 201: versionedAnswer('The connection', connectionSchema) },
    },
    right('Connection', 'create'),
    async (call) => {
      const { id: given, reason, secrets: sealed, ...fields } = call.body;
      const id = String(given);
      call.allow('create', subjectOf(id));
      const own = callOf(call, id, 'create', call.body);
      const request = { id, how: 'create', fields, secrets: sealed, reason: String(reason) } as const;
      return changed(
        call,
        await saveConnection(savingWith(call.parts), call.parts.sealer, own, request),
        201,
      );
    },
  ),
  endpoint(
    {
      method: 'patch',
      path: '/api/v1/connections/{id}',
      operationId: 'changeConnection',
      tag,
      summary: 'Change a connection, with a reason; secrets that are not named stay, null forgets one',
      params: objectParams,
      body: jsonBody(patchBody('connection').extend({ secrets })),
      guarded: true,
      answers,
    },
    right('Connection', 'update'),
    async (call) => {
      const { reason, secrets: sealed, ...fields } = call.body;
      const { id } = call.params;
      call.allow('update', subjectOf(id));
      const own = callOf(call, id, 'update', call.body);
      const request = { id, how: 'patch', fields, secrets: sealed, reason: String(reason) } as const;
      return changed(call, await saveConnection(savingWith(call.parts), call.parts.sealer, own, request));
    },
  ),
  ...(['deactivate', 'reactivate'] as const).map((verb) =>
    endpoint(
      {
        method: 'post',
        path: `/api/v1/connections/{id}/${verb}`,
        operationId: `${verb}Connection`,
        tag,
        summary: verb === 'deactivate' ? 'Stop using a connection, with a reason' : 'Use a connection again',
        params: objectParams,
        body: jsonBody(directoryBodies.why),
        guarded: true,
        answers,
      },
      right('Connection', 'deactivate'),
      async (call) => {
        const { id } = call.params;
        const own = callOf(call, id, 'deactivate', [verb, call.body]);
        const stand = verb === 'deactivate' ? deactivateObject : reactivateObject;
        return changed(call, await stand(call.parts.deps, connectionObject, own, { id, ...call.body }));
      },
    ),
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/connections/{id}/check',
      operationId: 'checkConnection',
      tag,
      summary: 'Try a connection without changing anything in the other system',
      params: objectParams,
      answers: {
        200: jsonAnswer('Whether it works, in words', z.object({ ok: z.boolean(), said: z.string() })),
      },
    },
    right('Connection', 'test'),
    async ({ parts, ability, params, allow }) => {
      allow('test', subjectOf(params.id));
      const { deps, host, sealer } = parts;
      return json(await checkConnection({ ...deps, host, sealer }, ability, params.id));
    },
  ),
];

/** Connections to other systems. */
export const connections: readonly Endpoint[] = [...reading, ...writing];
