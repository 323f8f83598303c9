import { type CallOutcome, callOut } from '../kit/call-out.ts';
import type { PluginContext } from '../kit/context.ts';
import type { PluginConnection } from '../kit/delivery.ts';
import type { JsonObject } from '../kit/json.ts';
import type { HttpSyncConfig } from './http-sync-config.ts';

/** The other system, spoken to under one connection. */
export interface RemoteSystem {
  get(path: string, query?: readonly [name: string, value: string]): Promise<CallOutcome>;
  send(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    write: { readonly key: string; readonly body: JsonObject },
  ): Promise<CallOutcome>;
}

/** Opens a connection's system: base address, credentials, idempotency header and time-out are set on every call. */
export function remoteSystem(
  connection: PluginConnection<HttpSyncConfig>,
  context: PluginContext,
): RemoteSystem {
  const { config } = connection;
  const headers = { accept: 'application/json', ...credentialHeader(connection) };
  return {
    get: (path, query) => {
      const search = query ? `?${new URLSearchParams([[...query]])}` : '';
      const url = `${config.baseUrl}${path}${search}`;
      return callOut(context, url, { method: 'GET', headers, timeoutMs: config.timeoutMs });
    },
    send: (method, path, { key, body }) =>
      callOut(context, `${config.baseUrl}${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json', [config.idempotencyHeader]: key },
        body: JSON.stringify(body),
        timeoutMs: config.timeoutMs,
      }),
  };
}

function credentialHeader(connection: PluginConnection<HttpSyncConfig>): Record<string, string> {
  const { auth } = connection.config;
  const credential = connection.secrets['credential'] ?? '';
  if (auth.kind === 'bearer') return { authorization: `Bearer ${credential}` };
  if (auth.kind === 'basic') {
    const pair = Buffer.from(`${auth.username}:${credential}`, 'utf8').toString('base64');
    return { authorization: `Basic ${pair}` };
  }
  return auth.kind === 'header' ? { [auth.name]: credential } : {};
}
