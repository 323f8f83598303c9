import { createHash, createHmac, hash } from 'node:crypto';
import type { HexHashes } from '../../domain/hash/sha256.ts';
import type { Hasher } from '../../domain/ledger/hasher.ts';

/** Text is gathered up to here before it is hashed: one call costs more than a few kilobytes do. */
const gatherLength = 16_384;

/** SHA-256 by node's own cryptography. */
export const nativeHasher: Hasher & HexHashes = {
  hex: (data) => hash('sha256', data, 'hex'),
  hmacHex: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
  // By way of hex, since a one-shot hash into a buffer of its own takes twice as long.
  bytes: (data) => Buffer.from(hash('sha256', data, 'hex'), 'hex'),
  running() {
    const running = createHash('sha256');
    let gathered = '';
    return {
      add(text) {
        gathered += text;
        if (gathered.length < gatherLength) return;
        running.update(gathered);
        gathered = '';
      },
      hex: () => running.update(gathered).digest('hex'),
    };
  },
};
