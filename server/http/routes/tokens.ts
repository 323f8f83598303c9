import { z } from 'zod';
import { covers, type Scope, tokenScopes } from '../../../domain/access/scopes.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { instantSchema, lineSchema, slugSchema } from '../../../domain/stream/directory/field-schemas.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import { tokenLifeMs } from '../../../domain/stream/token/token-commands.ts';
import type { TokenState } from '../../../domain/stream/token/token-stream.ts';
import { actorOf } from '../../use-cases/case/case-request.ts';
import { getObject, listObjects } from '../../use-cases/directory/read-object.ts';
import { lastUses } from '../../use-cases/directory/token-use.ts';
import { createToken, revokeToken } from '../../use-cases/directory/tokens.ts';
import { type Call, type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { at, expand, jsonAnswer, jsonBody, pageOf, pageQuery } from '../schemas/common.ts';

const tag = 'Tokens';
const params = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

const tokenSchema = z
  .object({
    id: z.string(),
    personId: z.string(),
    name: z.string(),
    scopes: z.array(z.string()),
    active: z.boolean(),
    createdAt: at,
    createdBy: z.string(),
    expiresAt: at.nullable(),
    revokedAt: at.nullable(),
    lastUsedAt: at
      .nullable()
      .meta({ description: 'When it last opened something, to ten minutes; null when it never did.' }),
  })
  .meta({ id: 'Token' });

const namesSchema = z
  .object({
    people: z.record(z.string(), z.string()),
    services: z.array(z.string()).meta({ description: 'Those among them that are programs.' }),
  })
  .meta({ id: 'TokenNames' });

const madeSchema = tokenSchema
  .extend({
    secret: z
      .string()
      .nullable()
      .meta({ description: 'Shown this once; null when the request was repeated.' }),
  })
  .meta({ id: 'MadeToken' });

const newToken = z.strictObject({
  personId: slugSchema.exactOptional(),
  name: lineSchema(120),
  scopes: z.array(z.enum(tokenScopes)).min(1, 'Name one scope at least.').max(tokenScopes.length),
  expiresAt: instantSchema.nullable().exactOptional().meta({
    description: 'When it ends, epoch milliseconds; 90 days from now when left out, null for never.',
  }),
});

type TokenDoc = Pick<Aggregate<TokenState>, '_id' | 'state'>;

function tokenBody({ _id, state }: TokenDoc, lastUsedAt: number | null) {
  const { personId, name, scopes, active, createdAt, createdBy, expiresAt, revokedAt } = state;
  const id = idInStream(_id);
  return { id, personId, name, scopes, active, createdAt, createdBy, expiresAt, revokedAt, lastUsedAt };
}

async function tokenBodies({ deps }: Call['parts'], docs: readonly TokenDoc[]) {
  const uses = await lastUses(
    deps.store,
    docs.map(({ _id }) => idInStream(_id)),
  );
  return docs.map((doc) => tokenBody(doc, uses.get(idInStream(doc._id)) ?? null));
}

async function namesOfTokens({ deps }: Call['parts'], docs: readonly TokenDoc[]) {
  const ids = new Set(docs.flatMap(({ state: { personId, createdBy } }) => [personId, createdBy]));
  const found = await deps.store.aggregates.loadMany<PersonState>(
    [...ids].map((id) => streamId('person', id)),
  );
  return {
    people: Object.fromEntries(found.map(({ _id, state }) => [idInStream(_id), state.name])),
    services: found.flatMap(({ _id, state }) => (state.kind === 'service' ? [idInStream(_id)] : [])),
  };
}

const subjectOf = (id: string, personId: string) => ({ subject: 'Token', id, personId }) as const;

/**
 * Nobody gives away more than they came with, and nobody comes by a token that speaks for another person: those are made by that person,
 * those of programs by an administrator.
 */
async function requireOwnReach(
  { parts, viewer }: Call,
  token: { readonly personId: string; readonly scopes: readonly Scope[] },
): Promise<void> {
  const beyond = token.scopes.filter((scope) => !covers(viewer.scopes, scope));
  if (beyond.length > 0)
    throw new DomainError(
      'NOT_ALLOWED',
      `The token you came with does not reach as far as ${beyond.join(', ')}. Sign in, and make it there.`,
    );
  if (token.personId === viewer.personId) return;
  const owner = await parts.deps.store.aggregates.load<PersonState>(streamId('person', token.personId));
  if (owner?.state.kind === 'person')
    throw new DomainError('NOT_ALLOWED', 'A person’s token is made by that person.');
}

/** API tokens: each belongs to a person or a service identity and is narrowed to its scopes. */
export const tokens: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/tokens',
      operationId: 'listTokens',
      tag,
      summary: 'Tokens of the caller; for administrators and auditors those of everybody',
      query: z.strictObject({ ...pageQuery, expand, of: z.enum(['me', 'all']).default('me') }),
      answers: { 200: jsonAnswer('One page', pageOf(tokenSchema).extend({ names: namesSchema.optional() })) },
    },
    { kind: 'signed-in', because: 'each token is listed only when the caller may read it' },
    async ({ parts, viewer, ability, query: { limit, cursor, of, expand: wanted } }) => {
      const list = of === 'all' ? 'token' : `token-of:${viewer.personId}`;
      const after = parts.cursors.read(list, cursor);
      const page = await listObjects<TokenState>(parts.deps.store, list, after, limit);
      const docs = page.items.filter(({ _id, state }) =>
        ability.can('read', subjectOf(idInStream(_id), state.personId)),
      );
      return json({
        items: await tokenBodies(parts, docs),
        next: page.next === null ? null : parts.cursors.write(list, page.next),
        names: wanted === undefined ? undefined : await namesOfTokens(parts, docs),
      });
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/tokens',
      operationId: 'createToken',
      tag,
      summary: 'Make a token; its secret is answered once and kept nowhere',
      body: jsonBody(newToken),
      answers: { 201: jsonAnswer('The token', madeSchema) },
    },
    right('Token', 'create'),
    async (call) => {
      const { parts, viewer, body, allow } = call;
      const { expiresAt = parts.deps.clock.now() + tokenLifeMs } = body;
      const token = { ...body, expiresAt, personId: body.personId ?? viewer.personId };
      const authorise = (): void => allow('create', subjectOf('', token.personId));
      authorise();
      await requireOwnReach(call, token);
      const own = { actor: actorOf(viewer).actor, command: call.command('create-token', body), authorise };
      const { secret, doc } = await createToken(parts.deps, own, token);
      return json({ ...tokenBody(doc, null), secret }, { status: 201 });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/tokens/{id}',
      operationId: 'getToken',
      tag,
      summary: 'One token, without its secret',
      params,
      answers: { 200: jsonAnswer('The token', tokenSchema) },
    },
    right('Token', 'read'),
    async ({ parts, params: { id }, allow }) => {
      const doc = await getObject<TokenState>(parts.deps.store, 'token', id);
      allow('read', subjectOf(id, doc.state.personId));
      return json((await tokenBodies(parts, [doc]))[0]);
    },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/api/v1/tokens/{id}',
      operationId: 'revokeToken',
      tag,
      summary: 'End a token at once',
      params,
      answers: { 200: jsonAnswer('The token', tokenSchema) },
    },
    right('Token', 'revoke'),
    async (call) => {
      const {
        parts,
        params: { id },
        viewer,
        allow,
      } = call;
      const earlier = await getObject<TokenState>(parts.deps.store, 'token', id);
      const authorise = (): void => allow('revoke', subjectOf(id, earlier.state.personId));
      authorise();
      const own = { actor: actorOf(viewer).actor, command: call.command('revoke-token', null), authorise };
      const { doc } = await revokeToken(parts.deps, own, { id });
      return json((await tokenBodies(parts, [doc]))[0]);
    },
  ),
];
