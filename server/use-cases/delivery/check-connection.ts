import type { Ability } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import type { CheckResult } from '../../../plugins/kit/delivery.ts';
import { secretsOf } from '../directory/credentials.ts';
import { getObject } from '../directory/read-object.ts';
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
  const missing = missingToFollow(deps, state);
  return missing === '' || !result.ok ? result : { ok: false, said: `${result.said} ${missing}` };
}

/** What a connection that follows events lacks, so that it would never be told of any; empty when it lacks nothing. */
function missingToFollow({ host }: Pick<DeliveryDeps, 'host'>, state: ConnectionState): string {
  if (host.find(state.plugin)?.follows !== true) return '';
  const lacks = [
    ...(state.eventKinds.length === 0 ? ['the kinds of events (eventKinds)'] : []),
    ...(state.roles.length === 0 ? ['the roles whose rights it has (roles)'] : []),
  ];
  return lacks.length === 0 ? '' : `But nothing will be sent until it names ${lacks.join(' and ')}.`;
}
