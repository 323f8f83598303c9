import { hkdfSync } from 'node:crypto';

/** A 32-byte key for one purpose, from the installation's secret (HKDF-SHA-256): keys of different purposes tell nothing of each other. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `signalbox ${purpose}`, 32));
}
