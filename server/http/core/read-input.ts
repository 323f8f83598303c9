import type { Request } from 'express';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { readBy } from '../../../domain/stream/directory/read-fields.ts';
import type { BodySpec, EndpointSpec } from './endpoint.ts';
import { parseJson } from './parse-json.ts';
import { mediaTypeOf, readBody, textOf } from './read-body.ts';

/** What a request says, read by the schemas of its endpoint. */
export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly key: string | null;
  readonly seen?: number;
}

/** Reads everything of a request but bytes. @throws DomainError MALFORMED, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION_FAILED, NOT_FOUND. */
export async function readInput(spec: EndpointSpec, request: Request): Promise<Input> {
  const params = readParams(spec, request);
  const query = spec.query === undefined ? {} : readBy(spec.query, request.query, '/query');
  const key = keyOf(request);
  const seen = seenOf(spec, request);
  const body = spec.body === undefined ? undefined : await readPayload(spec.body, request);
  return { params, query, body, key, ...(seen === undefined ? {} : { seen }) };
}

/** What cannot be the id of anything does not exist. */
function readParams({ params }: EndpointSpec, request: Request): unknown {
  if (params === undefined) return {};
  const read = params.safeParse(request.params);
  if (read.success) return read.data;
  throw new DomainError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
}

async function readPayload(spec: BodySpec, request: Request): Promise<unknown> {
  if (spec.kind === 'bytes') return requireType(request, spec.types);
  const type = mediaTypeOf(request);
  const bytes = await readBody(request, spec.limit);
  if (bytes.length === 0 && type === '' && spec.kind === 'json') return readBy(spec.schema, {});
  if (spec.kind === 'document' && yamlTypes.has(type)) return textOf(bytes);
  requireType(request, jsonTypes);
  const value = parseJson(textOf(bytes), spec.depth);
  return spec.kind === 'json' ? readBy(spec.schema, value) : value;
}

/** The media types YAML comes under. */
export const yamlTypes: ReadonlySet<string> = new Set([
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/x-yaml',
]);
const jsonTypes = ['application/json'];

function requireType(request: Request, types: readonly string[]): undefined {
  const type = mediaTypeOf(request);
  const charset = /charset="?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase();
  const fits = types.some((wanted) => wanted === type || wanted === '*/*');
  if (fits && (charset === undefined || charset === 'utf-8' || charset === 'utf8')) return undefined;
  throw new DomainError('UNSUPPORTED_MEDIA_TYPE', `Send ${types.join(' or ')}${fits ? ' in UTF-8' : ''}.`);
}

/** Printable characters, so that it can be part of what is stored. */
const keyPattern = /^[\x21-\x7e]{1,200}$/;

function keyOf(request: Request): string | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (keyPattern.test(key)) return key;
  throw new DomainError('MALFORMED', 'An Idempotency-Key has 1 to 200 printable characters without spaces.');
}

function seenOf({ guarded }: EndpointSpec, request: Request): number | undefined {
  const match = request.get('if-match');
  if (guarded === undefined || match === undefined || match.trim() === '*') return undefined;
  const rev = /^\s*"(\d{1,15})"\s*$/.exec(match)?.[1];
  if (rev !== undefined) return Number(rev);
  throw new DomainError('MALFORMED', 'If-Match takes one ETag as it was answered, such as "12".');
}
