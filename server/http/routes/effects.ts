import { z } from 'zod';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import { effectKinds } from '../../../domain/stream/effect.ts';
import { rememberAnswer } from '../../use-cases/command/remember-answer.ts';
import { namesOfOwners } from '../../use-cases/effect/names-of-owners.ts';
import { type QuarantinedEffect, quarantinedPage } from '../../use-cases/effect/quarantined.ts';
import { redrive } from '../../use-cases/effect/redrive.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { at, expand, jsonAnswer, pageOf, pageQuery } from '../schemas/common.ts';

const tag = 'Operation';
const params = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{4,400}$/) });

const effectSchema = z
  .object({
    id: z.string(),
    owedBy: z.object({ kind: z.string(), id: z.string() }),
    kind: z.enum(effectKinds),
    key: z.string(),
    dueAt: at,
    attempts: z.number(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Effect' });

const namesSchema = z
  .object({
    owners: z
      .record(z.string(), z.string())
      .meta({ description: 'What owes work, by id: the number of a case, or a title.' }),
  })
  .meta({ id: 'EffectNames' });

/** An effect is named by what owes it and its key there. */
const idOf = (aggregate: string, effect: string): string =>
  Buffer.from(JSON.stringify([aggregate, effect])).toString('base64url');

/** What owes the effect an id names, and its key there. @throws DomainError NOT_FOUND. */
function placeOf(id: string): readonly [string, string] {
  const notThere = new DomainError('NOT_FOUND', 'No effect of this name waits in quarantine.');
  try {
    const [aggregate, effect] = z
      .tuple([z.string().regex(/^[ -~]{1,400}$/), z.string().regex(/^[ -~]{1,400}$/)])
      .parse(JSON.parse(Buffer.from(id, 'base64url').toString('utf8')));
    return [aggregate, effect];
  } catch {
    throw notThere;
  }
}

function effectBody({ aggregateId, kind: owner, effect }: QuarantinedEffect) {
  const { id: key, kind, dueAt, attempts, error } = effect;
  return {
    id: idOf(aggregateId, key),
    owedBy: { kind: owner, id: aggregateId },
    kind,
    key,
    dueAt,
    attempts,
    error,
  };
}

/** Work that was set aside for a person to look at. */
export const effects: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/effects',
      operationId: 'listEffects',
      tag,
      summary: 'Work that failed for good and waits for a person',
      query: z.strictObject({ ...pageQuery, expand, state: z.literal('quarantined').default('quarantined') }),
      answers: {
        200: jsonAnswer('One page', pageOf(effectSchema).extend({ names: namesSchema.optional() })),
      },
    },
    right('Effect', 'read'),
    async ({ parts, allow, query: { limit, cursor, expand: wanted } }) => {
      allow('read', { subject: 'Effect', id: 'quarantined' });
      const after = parts.cursors.read('effects', cursor);
      const found = await quarantinedPage(parts.deps.store, after, limit);
      const last = found.at(-1);
      const next =
        last === undefined ? null : parts.cursors.write('effects', { sort: last.sort, id: last.aggregateId });
      const owners = found.map(({ aggregateId }) => aggregateId);
      const names =
        wanted === undefined ? undefined : { owners: await namesOfOwners(parts.deps.store, owners) };
      return json({ items: found.map(effectBody), next, names });
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/api/v1/effects/{id}/redrive',
      operationId: 'redriveEffect',
      tag,
      summary: 'Give work that was set aside another life',
      params,
      answers: { 200: jsonAnswer('It is owed again', z.object({ id: z.string(), redriven: z.boolean() })) },
    },
    right('Effect', 'redrive'),
    async ({ parts, viewer, key, params: { id }, allow }) => {
      allow('redrive', { subject: 'Effect', id });
      const [aggregate, effect] = placeOf(id);
      const request = { owner: viewer.personId, key, body: hashJson(['redrive', id]) };
      const answer = await rememberAnswer(parts.deps, request, async () => {
        await redrive(parts.deps, aggregate, effect);
        return { id, redriven: true };
      });
      return json(answer);
    },
  ),
];
