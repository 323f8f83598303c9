import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 as the ledger needs it: of UTF-8 text or bytes, as 64 lower-case hex digits or as 32 bytes. */
export interface Hasher {
  readonly hex: (data: string | Uint8Array) => string;
  readonly bytes: (data: string | Uint8Array) => Uint8Array;
  /** A hash over text that comes in pieces. */
  readonly running: () => RunningHash;
}

/** SHA-256 of all the text added so far; `hex` ends it. */
export interface RunningHash {
  readonly add: (text: string) => void;
  readonly hex: () => string;
}

const digest = (data: string | Uint8Array): Uint8Array =>
  sha256(typeof data === 'string' ? utf8ToBytes(data) : data);

/** SHA-256 that runs everywhere; whoever has a faster one hands that in. */
export const pureHasher: Hasher = {
  hex: (data) => bytesToHex(digest(data)),
  bytes: digest,
  running() {
    const running = sha256.create();
    return {
      add: (text) => void running.update(utf8ToBytes(text)),
      hex: () => bytesToHex(running.digest()),
    };
  },
};
