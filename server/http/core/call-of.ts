import type { Request, Response } from 'express';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import { assert } from '../../../domain/error/assert.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import type { Recognised } from '../../identity/viewer-of.ts';
import type { HttpParts } from '../http-parts.ts';
import type { Call, Endpoint } from './endpoint.ts';
import type { Input } from './read-input.ts';
import type { Reply } from './reply.ts';

/** Who calls an endpoint, from where, and within which exchange. */
export interface CallSetting {
  readonly parts: HttpParts;
  readonly caller: Recognised | undefined;
  readonly address: string;
  readonly exchange: { readonly request: Request; readonly response: Response };
}

const nobody: Recognised = {
  viewer: { personId: '', kind: 'service', systemRoles: [], roles: [], teams: [], pools: [], scopes: [] },
  name: '',
  zone: 'UTC',
};

/**
 * Runs an endpoint on what was read, under the rights of its caller.
 * One under a right that never asked for it is a bug of ours, and nothing is answered.
 */
export async function runEndpoint(setting: CallSetting, endpoint: Endpoint, input: Input): Promise<Reply> {
  const { policy, run } = endpoint.handle;
  const asked = { count: 0 };
  const reply = await run(callOf(setting, asked, input));
  assert(
    policy.kind !== 'right' || asked.count > 0,
    `${endpoint.operationId} asks for a right before it answers`,
  );
  return reply;
}

function callOf(
  { parts, caller, address, exchange }: CallSetting,
  asked: { count: number },
  input: Input,
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
