import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { LogRow } from '../../ports/log.ts';
import type { EffectHandler } from '../effect/effect-handler.ts';
import { callOff, callPlugin, endAttempt, pausedMs } from './attempt-delivery.ts';
import { caseForConnection, eventOutside } from './case-event-outside.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { deliveryId, type NewDelivery } from './delivery-record.ts';
import { isTakenBack } from './taken-back.ts';

/** The key of the effect that tells a connection of one event. */
export const deliverKey = (position: number): string => `deliver:${position}`;

/** What is kept of the delivery of one event to one connection. */
export function deliveryOf(
  connection: Aggregate<ConnectionState>,
  row: LogRow,
  doc: Aggregate<CaseState>,
  at: { readonly createdAt: number; readonly nextAt: number },
): NewDelivery {
  const id = idInStream(connection._id);
  const { number, type } = doc.state;
  return {
    id: deliveryId(id, row.position),
    connection: id,
    caseId: doc._id,
    number,
    type,
    kind: row.event.kind,
    owes: {
      aggregate: connection._id,
      effect: deliverKey(row.position),
      payload: { position: row.position },
    },
    ...at,
  };
}

/**
 * Tells a connection of one event of the log, as far as the connection may see it now. Nothing is sent of a decision that was taken
 * back, of a case that the connection may not read any more, or by a connection that is no longer in use.
 */
export function deliverHandler(deps: DeliveryDeps): EffectHandler {
  return async ({ doc, effect }) => {
    const connection = doc as Aggregate<ConnectionState>;
    const now = deps.clock.now();
    if (connection.state.paused) return { kind: 'later', at: now + pausedMs };
    const position = Number(effect.payload['position']);
    const [row] = await deps.store.log.read(position - 1, 1);
    const subject = row && (await deps.store.aggregates.load<CaseState>(row.event.stream));
    if (row === undefined || subject === undefined)
      return { kind: 'refused', error: `There is no event of a case at position ${position} of the log.` };
    const delivery = deliveryOf(connection, row, subject, { createdAt: now, nextAt: now });
    if (!connection.state.active) return callOff(deps, delivery, 'The connection is no longer in use.');
    if (await isTakenBack(deps.store, subject, row))
      return callOff(deps, delivery, 'The decision was taken back.');
    const readable = await caseForConnection(deps, connection, subject);
    const event = readable && eventOutside(readable, row);
    if (event === undefined) return callOff(deps, delivery, 'The connection may not see this.');
    const attempt = { connection, effect, delivery, input: { deliveryId: delivery.id, event } };
    return endAttempt(deps, attempt, await callPlugin(deps, attempt), now);
  };
}
