import { z } from 'zod';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { DirectoryState } from '../../../domain/stream/directory/directory-stream.ts';
import { objectOf } from '../../../domain/stream/directory-objects.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { namedByFields, namesInDirectory } from '../../use-cases/directory/names-in-directory.ts';
import { seesAllOf } from '../../use-cases/directory/person-sight.ts';
import { createObject, patchObject } from '../../use-cases/directory/write-object.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { expand, jsonAnswer, jsonBody, objectParams, versionedAnswer } from '../schemas/common.ts';
import {
  createBody,
  historyQuery,
  historySchema,
  namedObjectSchema,
  objectSchema,
  patchBody,
} from '../schemas/directory-schemas.ts';
import {
  changedObject,
  directoryCall,
  directoryHistory,
  readableObject,
  subjectName,
} from './directory-answers.ts';
import {
  type DirectoryResource,
  directoryResources,
  directorySubject,
  objectBody,
} from './directory-kinds.ts';
import { listEndpoint } from './directory-list.ts';
import { standingEndpoint } from './standing.ts';

function reading(resource: DirectoryResource): Endpoint[] {
  const { plural, kind, name, names } = resource;
  const path = `/api/v1/${plural}`;
  return [
    listEndpoint(resource),
    endpoint(
      {
        method: 'get',
        path: `${path}/{id}`,
        operationId: `get${name}`,
        tag: names,
        summary: `One ${name.toLowerCase()}`,
        params: objectParams,
        query: z.strictObject({ expand }),
        answers: { 200: versionedAnswer(name, namedObjectSchema) },
      },
      right(subjectName(kind), 'read'),
      async (call) => {
        const { id } = call.params;
        const { rev, state } = await readableObject<object>(call, kind, id);
        const body = objectBody(call.viewer, kind, { id, rev, state });
        if (call.query.expand === undefined) return json(body, { rev });
        const { parts, ability } = call;
        const names = await namesInDirectory(parts.deps.store, ability, namedByFields(kind, body));
        return json({ ...body, names }, { rev });
      },
    ),
    endpoint(
      {
        method: 'get',
        path: `${path}/{id}/history`,
        operationId: `list${name}History`,
        tag: names,
        summary: `What happened to a ${name.toLowerCase()}, in order`,
        params: objectParams,
        query: historyQuery,
        answers: { 200: jsonAnswer('One page', historySchema) },
      },
      right(subjectName(kind), 'read'),
      async (call) => {
        const { id } = call.params;
        const { state } = await readableObject<PersonState>(call, kind, id);
        if (kind === 'person' && !seesAllOf(call.viewer, id, state))
          throw new DomainError(
            'NOT_ALLOWED',
            'The history of a person is for them, their manager and administrators.',
          );
        return directoryHistory(call, kind, streamId(kind, id), call.query);
      },
    ),
  ];
}

function writing(resource: DirectoryResource): Endpoint[] {
  const { plural, kind, name, names } = resource;
  const path = `/api/v1/${plural}`;
  const object = objectOf(kind);
  const named = name.toLowerCase();
  const answers = { 200: versionedAnswer(name, objectSchema) };
  return [
    endpoint(
      {
        method: 'post',
        path,
        operationId: `create${name}`,
        tag: names,
        summary: `Make a ${named}`,
        body: jsonBody(createBody(kind)),
        answers: { 201: versionedAnswer(name, objectSchema) },
      },
      right(subjectName(kind), 'create'),
      async (call) => {
        const { id: given, reason, ...fields } = call.body;
        const id = String(given);
        call.allow('create', directorySubject(kind, id, object.stream.initial));
        const own = directoryCall(call, kind, id, { action: 'create', command: 'create' });
        const result = await createObject<DirectoryState>(call.parts.deps, object, own, {
          id,
          fields,
          reason: String(reason),
        });
        return changedObject(call, kind, result, { status: 201 });
      },
    ),
    endpoint(
      {
        method: 'patch',
        path: `${path}/{id}`,
        operationId: `change${name}`,
        tag: names,
        summary: `Change a ${named}, with a reason`,
        params: objectParams,
        body: jsonBody(patchBody(kind)),
        guarded: true,
        answers,
      },
      right(subjectName(kind), 'update'),
      async (call) => {
        const { id } = call.params;
        const { reason, ...fields } = call.body;
        const own = directoryCall(call, kind, id, { action: 'update', command: 'change' });
        const request = { id, fields, reason: String(reason) };
        return changedObject(
          call,
          kind,
          await patchObject<DirectoryState>(call.parts.deps, object, own, request),
        );
      },
    ),
    standingEndpoint(resource, 'deactivate'),
    standingEndpoint(resource, 'reactivate'),
  ];
}

/** People, teams, pools, calendars, accounts and territories: listed, read, made, changed, put out of use, with their history. */
export const directory: readonly Endpoint[] = directoryResources.flatMap((resource) => [
  ...reading(resource),
  ...writing(resource),
]);
