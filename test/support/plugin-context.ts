import type { PluginContext, SendMail } from '../../plugins/kit/context.ts';
import { parseAllowEntry } from '../../server/config/allow-entry.ts';
import { createGuardedFetch } from '../../server/connectors/guarded-fetch.ts';
import { mailNotConfigured } from '../../server/connectors/smtp-transport.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A plugin's context over the product's real way out, with loopback listed; calls end after `timeoutMs`. */
export function makePluginContext(
  options: { readonly sendMail?: SendMail; readonly timeoutMs?: number; readonly now?: () => number } = {},
): PluginContext {
  const loopback = parseAllowEntry('127.0.0.0/8');
  if (!loopback) throw new Error('the allow list entry of this test is malformed');
  return {
    fetch: createGuardedFetch({ allow: [loopback], maxTimeoutMs: options.timeoutMs ?? 2000 }),
    sendMail: options.sendMail ?? mailNotConfigured,
    mailFrom: 'signalbox@example.org',
    now: options.now ?? Date.now,
    log: quiet,
    signal: new AbortController().signal,
  };
}
