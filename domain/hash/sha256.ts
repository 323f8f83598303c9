import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 and its HMAC (of a text under a text key), as 64 lower-case hex digits. */
export interface HexHashes {
  readonly hex: (data: string | Uint8Array) => string;
  readonly hmacHex: (key: string, text: string) => string;
}

let hashes: HexHashes = {
  hex: (data) => bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data)),
  hmacHex: (key, text) => bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(text))),
};

/** Makes every hash from here on with what the platform has of its own: the same digits, many times faster. */
export function hashWith(native: HexHashes): void {
  hashes = native;
}

/** SHA-256 of UTF-8 text or bytes as 64 lower-case hex digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return hashes.hex(data);
}

/** SHA-256 over the RFC 8785 form of a JSON value, as hex. */
export function hashJson(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** HMAC-SHA-256 of a text under a text key, as hex. */
export function hmacHex(key: string, text: string): string {
  return hashes.hmacHex(key, text);
}
