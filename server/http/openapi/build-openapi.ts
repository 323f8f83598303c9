import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { refusalCodes } from '../../../domain/error/codes.ts';
import type { AnswerSpec, BodySpec, Endpoint } from '../core/endpoint.ts';
import { failureCodes } from '../core/failure-codes.ts';
import { SchemaShelf } from './json-schema.ts';

/** The document as plain JSON. */
export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const version = '1';
const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string().meta({
      description: `One of ${Object.keys({ ...refusalCodes, ...failureCodes }).join(', ')}.`,
    }),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, with our code and the places in the input.' });

const description = `Requests that need a decision: routed, decided, timed and proven.

Times are epoch milliseconds. Errors are problem documents (RFC 9457) with a stable code. An \`Idempotency-Key\` makes a POST, PUT, PATCH or
DELETE safe to repeat: the same key and body answer as the first time, another body is refused with 409. \`If-Match\` with the ETag that was
read refuses with 412 what was made on something that has changed since. Lists are paged by opaque cursors.`;

const stale =
  'STALE: it is not what If-Match names any more, or nothing was said of what is there. Read it again, then send its ETag.';

/** The OpenAPI 3.1 document of these endpoints, made from the very schemas that validate. */
export function buildOpenApi(endpoints: readonly Endpoint[], origin: string): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  const shelf = new SchemaShelf();
  const token = registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token; it is narrowed to its scopes and belongs to a person or a service identity.',
  });
  const problemRef = shelf.of(problem, 'output');
  for (const endpoint of endpoints)
    registry.registerPath(pathOf(endpoint, shelf, { security: [{ [token.name]: [] }], problemRef }));
  const schemas = shelf.components;
  for (const [name, schema] of Object.entries(schemas)) registry.registerComponent('schemas', name, schema);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Signalbox',
      version,
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
  });
}

interface Shared {
  readonly security: { [name: string]: string[] }[];
  readonly problemRef: object;
}

function pathOf(endpoint: Endpoint, shelf: SchemaShelf, { security, problemRef }: Shared): RouteConfig {
  const { method, path, operationId, tag, summary, body, answers, guarded, handle } = endpoint;
  const open = handle.policy.kind === 'open';
  const problemAnswer = (said: string) => ({
    description: said,
    content: { 'application/problem+json': { schema: problemRef } },
  });
  const policy =
    handle.policy.kind === 'right'
      ? `Asks for the right to ${handle.policy.action} of the ${handle.policy.subject} as it is loaded.`
      : `${open ? 'Open to everybody' : 'For whoever is signed in'}: ${handle.policy.because}.`;
  return {
    method,
    path,
    operationId,
    summary,
    description: policy,
    tags: [tag],
    security: open ? [] : security,
    // The library knows three dialects of parameters; ours are plain enough for all of them.
    ...parametersOf(endpoint, shelf),
    ...(body === undefined ? {} : { request: { body: bodyOf(body, shelf) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, shelf)]),
      ),
      ...(guarded === undefined ? {} : { 412: problemAnswer(stale) }),
      default: problemAnswer('A problem'),
    },
  };
}

function bodyOf(body: BodySpec, shelf: SchemaShelf) {
  const text = { schema: { type: 'string' } } as const;
  if (body.kind === 'json')
    return { required: true, content: { 'application/json': { schema: shelf.of(body.schema, 'input') } } };
  if (body.kind === 'document')
    return {
      required: true,
      content: { 'application/json': { schema: { type: 'object' } }, 'application/yaml': text },
    } as const;
  return {
    required: true,
    content: Object.fromEntries(body.types.map((type) => [type, { schema: {} }])),
  };
}

function answerOf({ description: said, content, etag }: AnswerSpec, shelf: SchemaShelf) {
  const bodies = Object.entries(content).map(([type, schema]) => [
    type,
    { schema: schema === null ? { type: 'string' } : shelf.of(schema, 'output') },
  ]);
  const headers = { ETag: { description: 'The rev, for If-Match.', schema: { type: 'string' } } } as const;
  return {
    description: said,
    content: Object.fromEntries(bodies),
    ...(etag === undefined ? {} : { headers }),
  };
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: { readonly [key: string]: unknown };
}

function parametersOf({ method, params, query, guarded }: Endpoint, shelf: SchemaShelf): object {
  const named = (from: z.ZodObject | undefined, place: 'path' | 'query'): Parameter[] => {
    const needed = from === undefined ? [] : (shelf.of(from, 'input')['required'] ?? []);
    return Object.entries(from?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: place,
      required: (needed as readonly string[]).includes(name),
      schema: shelf.of(schema as z.ZodType, 'input'),
    }));
  };
  const header = (name: string): Parameter => ({
    name,
    in: 'header',
    required: false,
    schema: { type: 'string' },
  });
  const parameters: readonly Parameter[] = [
    ...named(params, 'path'),
    ...named(query, 'query'),
    ...(method === 'get' ? [] : [header('Idempotency-Key')]),
    ...(guarded === undefined ? [] : [header('If-Match')]),
  ];
  return { parameters };
}
