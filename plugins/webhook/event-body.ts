import type { DeliveryEvent } from '../kit/delivery.ts';
import type { WebhookConfig } from './webhook-config.ts';

/** The body of one message and its content type; the same over all retries, byte for byte. */
export function eventBody(
  event: DeliveryEvent,
  identity: { readonly deliveryId: string; readonly connectionId: string },
  config: WebhookConfig,
): { readonly body: string; readonly contentType: string } {
  const at = new Date(event.at).toISOString();
  const data = { case: { id: event.caseId, number: event.number, type: event.type }, event: event.data };
  if (config.format === 'standard') {
    const body = JSON.stringify({ type: event.kind, timestamp: at, data });
    return { body, contentType: 'application/json' };
  }
  const body = JSON.stringify({
    specversion: '1.0',
    id: identity.deliveryId,
    source: config.source ?? `/signalbox/connections/${encodeURIComponent(identity.connectionId)}`,
    type: event.kind,
    subject: event.number,
    time: at,
    datacontenttype: 'application/json',
    data,
  });
  return { body, contentType: 'application/cloudevents+json; charset=utf-8' };
}
