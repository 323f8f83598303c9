import type { Integration } from '../../../domain/definition/definition-schema.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideLink } from '../../../domain/stream/case/commands/link.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { DeliveryInput, DeliveryResult } from '../../../plugins/kit/delivery.ts';
import { commandCase, systemCall } from '../case/case-command.ts';
import { gatherWorld } from '../case/gather-world.ts';
import { type Claimed, done, type EffectHandler } from '../effect/effect-handler.ts';
import { callPlugin, endAttempt, pausedMs } from './attempt-delivery.ts';
import { projectedForConnection } from './case-event-outside.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { deliveryId, type NewDelivery } from './delivery-record.ts';
import { factsOutside, standingOutside } from './sync-data.ts';

/** Longer ones are no ids and no addresses. */
const longestId = 500;
const longestLink = 2_000;

/**
 * Keeps a record in another system in step with a case, as the case is now and as far as the connection may see it. Nothing is sent when
 * the integration's condition does not hold, or the case is of another type by now. The record's id and address come back onto the case.
 */
export function syncHandler(deps: DeliveryDeps): EffectHandler {
  return async (claimed) => {
    const doc = await deps.store.aggregates.load<CaseState>(claimed.doc._id);
    const definition = doc && (await deps.definitions.byHash(doc.state.definition));
    const integration = definition?.document.integrations?.find(
      ({ id }) => id === claimed.effect.payload['integration'],
    );
    if (doc === undefined || integration === undefined) return done;
    const connection = await deps.store.aggregates.load<ConnectionState>(
      streamId('connection', integration.connection),
    );
    const problem = problemOf(deps, connection?.state, doc.state.type);
    if (connection === undefined || problem !== undefined)
      return { kind: 'refused', error: problem ?? `There is no connection “${integration.connection}”.` };
    const now = deps.clock.now();
    if (connection.state.paused) return { kind: 'later', at: now + pausedMs };
    const input = await inputOf(deps, doc, { integration, connection, claimed });
    if (input === undefined) return done;
    const delivery = deliveryOf(claimed, doc, integration, now);
    const attempt = { connection, effect: claimed.effect, delivery, input };
    const result = await callPlugin(deps, attempt);
    await link(deps, claimed, integration.connection, result);
    return endAttempt(deps, attempt, result, now);
  };
}

function problemOf(deps: DeliveryDeps, state: ConnectionState | undefined, type: string): string | undefined {
  if (state === undefined) return undefined;
  if (!state.active) return 'The connection is no longer in use.';
  if (state.types.length > 0 && !state.types.includes(type))
    return `The connection is not for requests of the type “${type}”.`;
  return deps.host.find(state.plugin) === undefined ? `There is no plugin “${state.plugin}”.` : undefined;
}

interface Use {
  readonly integration: Integration;
  readonly connection: Aggregate<ConnectionState>;
  readonly claimed: Claimed;
}

type SyncInput = Omit<DeliveryInput, 'connection' | 'attempt'>;

/** What is to be told now; undefined when the integration's condition is not true of the case as it is. */
async function inputOf(
  deps: DeliveryDeps,
  doc: Aggregate<CaseState>,
  { integration, connection, claimed }: Use,
): Promise<SyncInput | undefined> {
  const { state } = doc;
  const definition = await deps.definitions.byHash(state.definition);
  const { actor } = systemCall('sync', claimed.effect.id, claimed.effect.token);
  const { world } = await gatherWorld(deps, { state, definition, caseId: doc._id }, actor);
  if (integration.when !== undefined && definition.holds(integration.when, world.facts) !== true)
    return undefined;
  const readable = await projectedForConnection(deps, connection, doc);
  const maps = deps.host.find(connection.state.plugin)?.maps === true;
  const known = Object.hasOwn(state.external, integration.connection)
    ? state.external[integration.connection]
    : undefined;
  return {
    // Another system may take one key for one body: a case that has moved on is told under another.
    deliveryId: `${nameOf(claimed, integration)}:${doc.rev}`,
    event: {
      kind: 'sync',
      caseId: doc._id,
      number: state.number,
      type: state.type,
      at: state.updatedAt,
      data: maps ? factsOutside(readable, world.facts) : standingOutside(readable),
    },
    ...(known === undefined ? {} : { externalId: known.id }),
    ...(integration.mapping === undefined ? {} : { mapping: integration.mapping }),
  };
}

const nameOf = ({ effect }: Claimed, { connection }: Integration): string =>
  deliveryId(connection, String(effect.payload['delivery']));

function deliveryOf(
  claimed: Claimed,
  doc: Aggregate<CaseState>,
  integration: Integration,
  now: number,
): NewDelivery {
  const { number, type } = doc.state;
  return {
    id: nameOf(claimed, integration),
    connection: integration.connection,
    caseId: doc._id,
    number,
    type,
    kind: 'sync',
    owes: { aggregate: doc._id, effect: claimed.effect.id, payload: { ...claimed.effect.payload } },
    createdAt: now,
    nextAt: now,
  };
}

/** Even an attempt that failed in the end may have found the record. */
async function link(
  deps: DeliveryDeps,
  { doc, effect }: Claimed,
  connection: string,
  { externalId, link: address }: DeliveryResult,
): Promise<void> {
  if (externalId === undefined || externalId.length > longestId) return;
  const found = {
    connection,
    id: externalId,
    link: address !== undefined && address.length <= longestLink ? address : null,
  };
  await commandCase(deps, doc._id, systemCall('link', `${effect.id}:${effect.arms}`, effect.token), (state) =>
    decideLink(state, found),
  );
}
