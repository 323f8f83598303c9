import type { Ability } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import type { CheckResult } from '../../../plugins/kit/delivery.ts';
import { secretsOf } from '../directory/credentials.ts';
import { getObject } from '../directory/read-object.ts';
import { connectionAdvice } from './connection-advice.ts';
import type { DeliveryDeps } from './delivery-deps.ts';

const deadlineMs = 30_000;

/** Tries a connection, and says in words whether it works. @throws DomainError NOT_FOUND, NOT_ALLOWED; Fault SECRET_UNREADABLE. */
export async function checkConnection(
  deps: DeliveryDeps,
  ability: Ability,
  id: string,
): Promise<CheckResult> {
  requireAbility(ability, 'test', { subject: 'Connection', id });
  const { state } = await getObject<ConnectionState>(deps.store, 'connection', id);
  const secrets = await secretsOf(deps.store, deps.sealer, id);
  const result = await deps.host.check(state.plugin, { id, config: state.config, secrets }, deadlineMs);
  const advice = connectionAdvice(deps.host, state);
  return advice === null || !result.ok ? result : { ok: false, said: `${result.said} But: ${advice}` };
}
