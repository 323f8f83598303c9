import { callOut } from '../kit/call-out.ts';
import type { PluginContext } from '../kit/context.ts';
import { definePlugin } from '../kit/define-plugin.ts';
import type { DeliveryInput, DeliveryResult } from '../kit/delivery.ts';
import { outcomeOfResponse } from '../kit/outcome-of-response.ts';
import { eventBody } from './event-body.ts';
import { receiveMessage } from './receive-message.ts';
import { signatureHeader } from './signature.ts';
import { signingSecretNames, signingSecrets } from './signing-secrets.ts';
import { type WebhookConfig, webhookConfig } from './webhook-config.ts';

/** Posts events signed by Standard Webhooks, as plain JSON or CloudEvents 1.0, and takes in messages signed the same way. */
export const webhook = definePlugin({
  id: 'webhook',
  title: 'Webhook',
  configSchema: webhookConfig,
  secretNames: signingSecretNames,
  requiredSecrets: () => ['signingSecret'],
  limits: (config) => config.limits,
  deliver: postEvent,
  check: async (connection, context) => {
    const event = { kind: 'connection.check', caseId: '', number: '', type: '', at: context.now(), data: {} };
    const deliveryId = `check-${connection.id}-${context.now()}`;
    const result = await postEvent({ deliveryId, attempt: 1, connection, event }, context);
    const ok = result.outcome === 'delivered';
    return {
      ok,
      said: ok ? `Answered ${result.status}.` : `${result.status ?? 'No answer'}: ${result.said}`,
    };
  },
  receive: receiveMessage,
});

async function postEvent(
  input: DeliveryInput<WebhookConfig>,
  context: PluginContext,
): Promise<DeliveryResult> {
  const { deliveryId, connection, event } = input;
  const { url, timeoutMs } = connection.config;
  if (url === undefined) return { outcome: 'refused', said: 'The connection names no address to post to.' };
  const secrets = signingSecrets(connection);
  if (secrets === null) {
    return {
      outcome: 'refused',
      said: 'A signing secret is not whsec_ followed by 24 to 64 bytes in base64.',
    };
  }
  const { body, contentType } = eventBody(
    event,
    { deliveryId, connectionId: connection.id },
    connection.config,
  );
  const atMs = context.now();
  const { response, ended } = await callOut(context, url, {
    method: 'POST',
    timeoutMs,
    headers: {
      'content-type': contentType,
      'webhook-id': deliveryId,
      'webhook-timestamp': String(Math.floor(atMs / 1000)),
      'webhook-signature': signatureHeader(secrets, { id: deliveryId, atMs, body }),
    },
    body,
  });
  return response ? outcomeOfResponse(response, context.now()) : ended;
}
