import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Seconds a message may be away from our clock, in both directions. */
export const windowSeconds = 300;

/** The `webhook-signature` header: one `v1,…` per secret, so that a receiver may hold either while secrets rotate. */
export function signatureHeader(
  secrets: readonly string[],
  message: { readonly id: string; readonly atMs: number; readonly body: string },
): string {
  return secrets
    .map((secret) => new Webhook(secret).sign(message.id, new Date(message.atMs), message.body))
    .join(' ');
}

/**
 * Why a message is not genuine and fresh by the caller's clock, or null when it is.
 * The library's own check reads the system clock; this one is told the time.
 */
export function refusalOfSignature(
  secrets: readonly string[],
  message: {
    readonly id: string;
    readonly timestamp: string;
    readonly signature: string;
    readonly body: string;
  },
  now: number,
): string | null {
  if (!/^\d{1,12}$/.test(message.timestamp)) return 'The webhook-timestamp is not a number of seconds.';
  const atMs = Number(message.timestamp) * 1000;
  const expected = signatureHeader(secrets, { id: message.id, atMs, body: message.body }).split(' ');
  const given = message.signature.split(' ');
  if (!given.some((signature) => expected.some((own) => equal(signature, own)))) {
    return 'No signature matches.';
  }
  if (Math.abs(Math.floor(now / 1000) - Number(message.timestamp)) > windowSeconds) {
    return 'The message is more than five minutes away from our clock.';
  }
  return null;
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
