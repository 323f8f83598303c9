import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Everything of an Ed25519 public key's DER form (RFC 8410) before its 32 bytes. */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The bytes of a public key written as base64; undefined unless it is exactly the canonical text of 32 bytes. */
export function keyBytes(publicKey: string): Buffer | undefined {
  const bytes = Buffer.from(publicKey, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === publicKey ? bytes : undefined;
}

/** How people compare keys: SHA-256 of the 32 bytes, the first half, in groups of four hex digits. */
export function keyFingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32);
  return (digest.match(/.{4}/g) ?? []).join(' ');
}

let last: { readonly text: string; readonly key: KeyObject } | undefined;

function keyObject(publicKey: string): KeyObject | undefined {
  if (last?.text === publicKey) return last.key;
  const bytes = keyBytes(publicKey);
  if (bytes === undefined) return undefined;
  const key = createPublicKey({ key: Buffer.concat([derPrefix, bytes]), format: 'der', type: 'spki' });
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
