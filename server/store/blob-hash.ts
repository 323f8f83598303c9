import { createHash } from 'node:crypto';

const sha256Form = /^[0-9a-f]{64}$/;

/** The hash as given; it names files, so nothing but 64 lower-case hex digits passes. */
export function checkedHash(hash: string): string {
  if (typeof hash !== 'string' || !sha256Form.test(hash)) throw new Error('Not the SHA-256 of a blob');
  return hash;
}

/** Refuses bytes that are not those of the hash. */
export function checkBlob(hash: string, bytes: Uint8Array): void {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== checkedHash(hash)) throw new Error(`The bytes given for blob ${hash} have hash ${actual}`);
}
