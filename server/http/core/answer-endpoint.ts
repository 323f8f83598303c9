import type { Request, Response } from 'express';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import { assert } from '../../../domain/error/assert.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Recognised } from '../../identity/viewer-of.ts';
import type { HttpParts } from '../http-parts.ts';
import type { CallerLimits } from './caller-limits.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { identify } from './identify.ts';
import { readInput } from './read-input.ts';
import { type Reply, sendReply } from './reply.ts';

/**
 * Answers one request to an endpoint: who it is from, how often they asked, what it says, whether they may, what it does, in that order.
 * An endpoint under a right that never asked for it is a bug of ours, and nothing is answered.
 */
export async function answerEndpoint(
  parts: HttpParts,
  limits: CallerLimits,
  endpoint: Endpoint,
  exchange: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const { request, response } = exchange;
  const { policy, run } = endpoint.handle;
  const address = request.ip ?? '';
  const caller = policy.kind === 'open' ? undefined : await requireCaller(parts, limits, exchange);
  if (caller === undefined) await limits.countAddress(address, response);
  const input = await readInput(endpoint, request);
  const asked = { count: 0 };
  const call = callOf({ parts, caller, asked, address, exchange }, input);
  const reply: Reply = await run(call);
  assert(
    policy.kind !== 'right' || asked.count > 0,
    `${endpoint.operationId} asks for a right before it answers`,
  );
  if (!response.headersSent) await sendReply(response, reply);
}

async function requireCaller(
  parts: HttpParts,
  limits: CallerLimits,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<Recognised> {
  const caller = await identify(parts, request, response);
  if (caller === undefined) {
    await limits.countAddress(request.ip ?? '', response);
    throw new DomainError('NOT_SIGNED_IN', 'Send a token: Authorization: Bearer sbx_…');
  }
  await limits.countCaller(caller.tokenId ?? `session ${caller.viewer.personId}`, response);
  return caller;
}

interface Setting {
  readonly parts: HttpParts;
  readonly caller: Recognised | undefined;
  readonly asked: { count: number };
  readonly address: string;
  readonly exchange: { readonly request: Request; readonly response: Response };
}

const nobody: Recognised = {
  viewer: { personId: '', kind: 'service', systemRoles: [], roles: [], teams: [], pools: [], scopes: [] },
  name: '',
};

function callOf(
  { parts, caller, asked, address, exchange }: Setting,
  input: Awaited<ReturnType<typeof readInput>>,
): Call {
  const { viewer, name } = caller ?? nobody;
  const plain = abilityOf(viewer);
  // Commands ask through the ability they are given, so that asking is seen wherever it happens.
  const ability: Call['ability'] = {
    ...plain,
    can(action, doc) {
      asked.count += 1;
      return plain.can(action, doc);
    },
  };
  return {
    parts,
    ...input,
    viewer,
    ability,
    name,
    address,
    ...exchange,
    allow: (action, doc) => requireAbility(ability, action, doc),
    command: (kind, payload) => ({
      id: input.key === null ? parts.deps.ids.next() : `${viewer.personId}/${input.key}`,
      body: hashJson([kind, input.params, payload]),
    }),
  };
}
