import { assert } from '../../../domain/error/assert.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { readBy } from '../../../domain/stream/directory/read-fields.ts';
import { type CallSetting, runEndpoint } from './call-of.ts';
import type { Endpoint } from './endpoint.ts';
import { problemOf } from './problem.ts';
import type { Input } from './read-input.ts';

/** What a page asks of an endpoint; everything is read by the endpoint's own schemas. */
export interface Ask {
  readonly params?: Readonly<Record<string, string>>;
  /** As an address would carry it; what is undefined or empty is left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** The same key and body are the same command. */
  readonly key?: string;
  /** The rev that the person saw. */
  readonly seen?: number;
}

/** Why an endpoint refused, in the words of its problem document. */
export interface AskRefused {
  readonly ok: false;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an endpoint answered: a page gets nothing else, and nothing that the API would not give. */
export type AskAnswer<B> =
  | { readonly ok: true; readonly status: number; readonly body: B; readonly rev?: number }
  | AskRefused;

/**
 * Calls an endpoint within this process, as a page does for whoever is signed in: the same schemas, rights, commands and words
 * as over HTTP. What is not a refusal is thrown.
 */
export async function callEndpoint<B>(
  setting: CallSetting,
  endpoint: Endpoint,
  ask: Ask = {},
): Promise<AskAnswer<B>> {
  const { policy } = endpoint.handle;
  assert(
    endpoint.body?.kind !== 'bytes',
    `${endpoint.operationId} reads bytes and is called over HTTP alone`,
  );
  try {
    if (policy.kind !== 'open' && setting.caller === undefined)
      throw new DomainError('NOT_SIGNED_IN', 'Sign in first.');
    const reply = await runEndpoint(setting, endpoint, inputOf(endpoint, ask));
    assert(!('stream' in reply), `${endpoint.operationId} streams and is called over HTTP alone`);
    const body = 'body' in reply ? reply.body : 'text' in reply ? reply.text : null;
    const rev = 'rev' in reply && reply.rev !== undefined ? { rev: reply.rev } : {};
    // As it would arrive over HTTP: what JSON drops is dropped here too.
    return { ok: true, status: reply.status, body: JSON.parse(JSON.stringify(body)) as B, ...rev };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refusedOf(error);
  }
}

function inputOf({ params, query, body, guarded }: Endpoint, ask: Ask): Input {
  const asked = Object.entries(ask.query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const given = params?.safeParse(ask.params ?? {});
  if (given?.success === false)
    throw new DomainError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
  return {
    params: given?.data ?? {},
    query: query === undefined ? {} : readBy(query, Object.fromEntries(asked), '/query'),
    body: body?.kind === 'json' ? readBy(body.schema, ask.body ?? {}) : ask.body,
    key: ask.key ?? null,
    ...(guarded === undefined || ask.seen === undefined ? {} : { seen: ask.seen }),
  };
}

function refusedOf(error: DomainError): AskRefused {
  const { status, code, title, detail, errors = [], data = {} } = problemOf(error, '').document;
  return { ok: false, status, code, title, detail, errors, data };
}
