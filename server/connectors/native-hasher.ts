import { createHash, hash } from 'node:crypto';
import type { Hasher } from '../../domain/ledger/hasher.ts';

/** Text is gathered up to here before it is hashed: one call costs more than a few kilobytes do. */
const gatherLength = 16_384;

/** SHA-256 by node's own cryptography. */
export const nativeHasher: Hasher = {
  hex: (data) => hash('sha256', data, 'hex'),
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
