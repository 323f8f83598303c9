import type { PluginConnection } from '../kit/delivery.ts';

/** The secret in use and, while it rotates, the one before it. */
export const signingSecretNames = ['signingSecret', 'formerSigningSecret'] as const;

// Standard Webhooks: `whsec_` and 24 to 64 bytes in base64.
const pattern = /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/;

/** A connection's signing secrets, the one in use first; null when one of them is not `whsec_` and 24 to 64 bytes in base64. */
export function signingSecrets(connection: PluginConnection): readonly string[] | null {
  const secrets = signingSecretNames.flatMap((name) => connection.secrets[name] ?? []);
  const wellFormed = (secret: string) => pattern.test(secret) && secret.slice(6).length % 4 === 0;
  return secrets.every(wellFormed) ? secrets : null;
}
