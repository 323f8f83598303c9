import { z } from 'zod';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { tokenScopes } from '../../../domain/access/scopes.ts';
import { type Endpoint, endpoint } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';

const texts = z.array(z.string());

const meSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['person', 'service']),
    name: z.string(),
    systemRoles: texts,
    roles: texts,
    teams: texts,
    pools: texts,
    scopes: z.array(z.enum(tokenScopes)).nullable().meta({ description: 'Of the token; null in a session.' }),
    rules: z.array(
      z.object({
        action: texts,
        subject: z.string(),
        conditions: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
        inverted: z.boolean().optional(),
      }),
    ),
  })
  .meta({ id: 'Me' });

/** Who the caller is here. */
export const me: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/me',
      operationId: 'getMe',
      tag: 'Me',
      summary: 'Who the caller is, and what they may do',
      answers: { 200: jsonAnswer('The caller', meSchema) },
    },
    { kind: 'signed-in', because: 'everybody may know who they are' },
    async ({ viewer, name }) => {
      const { personId: id, kind, systemRoles, roles, teams, pools, scopes } = viewer;
      const { rules } = abilityOf(viewer);
      return json({ id, kind, name, systemRoles, roles, teams, pools, scopes, rules });
    },
  ),
];
