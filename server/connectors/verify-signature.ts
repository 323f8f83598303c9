import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** How the SPKI form of every Ed25519 public key begins (RFC 8410); its 32 bytes follow. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The SPKI bytes of an Ed25519 public key written as base64; undefined unless it is exactly the canonical text of one. */
export function keyBytes(publicKey: string): Buffer | undefined {
  const bytes = Buffer.from(publicKey, 'base64');
  if (bytes.length !== spkiPrefix.length + 32 || bytes.toString('base64') !== publicKey) return undefined;
  return bytes.subarray(0, spkiPrefix.length).equals(spkiPrefix) ? bytes : undefined;
}

/** How people compare keys: SHA-256 of the SPKI bytes, the first half, in groups of four hex digits. */
export function keyFingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32);
  return (digest.match(/.{4}/g) ?? []).join(' ');
}

/** A fingerprint as people pass it on, with or without spaces or colons, as `keyFingerprint` writes it; undefined for what is none. */
export function readFingerprint(text: string): string | undefined {
  const digits = text.toLowerCase().replace(/[ :]/g, '');
  return /^[0-9a-f]{32}$/.test(digits) ? (digits.match(/.{4}/g) ?? []).join(' ') : undefined;
}

let last: { readonly text: string; readonly key: KeyObject } | undefined;

/** Kept, since one verification asks for the same key at every checkpoint. */
function keyObject(publicKey: string): KeyObject | undefined {
  if (last?.text === publicKey) return last.key;
  const bytes = keyBytes(publicKey);
  if (bytes === undefined) return undefined;
  const key = createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  last = { text: publicKey, key };
  return key;
}

/** Ed25519 by node's own cryptography: whether the signature (canonical base64) is the key's over the text. */
export function verifySignature(publicKey: string, text: string, signature: string): boolean {
  const key = keyObject(publicKey);
  const bytes = Buffer.from(signature, 'base64');
  if (key === undefined || bytes.length !== 64 || bytes.toString('base64') !== signature) return false;
  return verify(null, Buffer.from(text), key, bytes);
}
