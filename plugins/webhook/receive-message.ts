import { z } from 'zod';
import type { ReceiveContext } from '../kit/context.ts';
import type { InboundMessage, PluginConnection, ReceiveResult } from '../kit/delivery.ts';
import { jsonOf } from '../kit/json-of.ts';
import { refusalOfSignature } from './signature.ts';
import { signingSecrets } from './signing-secrets.ts';
import type { WebhookConfig } from './webhook-config.ts';

const inboundBody = z.object({ type: z.string(), data: z.json() });

/**
 * Takes in one signed message `{type, data}` (Standard Webhooks or CloudEvents): `type` names the command, `data` is its payload.
 * Refused: a wrong signature, more than five minutes off, a replay, a kind the connection does not accept.
 */
export async function receiveMessage(
  message: InboundMessage,
  connection: PluginConnection<WebhookConfig>,
  context: ReceiveContext,
): Promise<ReceiveResult> {
  const id = message.headers['webhook-id'] ?? '';
  const timestamp = message.headers['webhook-timestamp'] ?? '';
  const signature = message.headers['webhook-signature'] ?? '';
  if (!/^[\x21-\x7e]{1,256}$/.test(id) || !timestamp || !signature) {
    return refused(401, 'webhook-id, webhook-timestamp and webhook-signature are needed.');
  }
  const body = textOf(message.body);
  if (body === undefined) return refused(400, 'The body is not UTF-8.');
  const secrets = signingSecrets(connection);
  if (secrets === null) return refused(403, 'A signing secret of this connection is malformed.');
  const unproven = refusalOfSignature(secrets, { id, timestamp, signature, body }, context.now());
  if (unproven !== null) return refused(401, unproven);
  if (await context.seen(id)) return refused(409, 'This message was taken in before.');
  const read = inboundBody.safeParse(jsonOf(body));
  if (!read.success) return refused(400, 'The body is not a JSON object with type and data.');
  const { type, data } = read.data;
  if (!connection.config.accepts.includes(type)) {
    return refused(422, 'This connection does not accept messages of this type.');
  }
  const command = { commandId: `${connection.id}:${id}`, kind: type, payload: data };
  return { outcome: 'accepted', id, commands: [command] };
}

function refused(status: 400 | 401 | 403 | 409 | 422, reason: string): ReceiveResult {
  return { outcome: 'refused', status, reason };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
