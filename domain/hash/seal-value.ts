import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** The seal of a human-entered value: SHA-256 (hex) over the UTF-8 text `salt ‖ JCS(value)`; the salt is 32 hex digits. */
export function sealValue(salt: string, value: unknown): string {
  return sha256Hex(salt + canonicalJson(value));
}
