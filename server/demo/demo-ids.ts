import { createHash } from 'node:crypto';
import type { Ids } from '../ports/clock.ts';

/**
 * Ids and salts that are the same in every run with the same seed, so that two demos of one moment have the same hashes.
 * For what is invented only: secrets are never made of them.
 */
export function createDemoIds(seed: string): Ids {
  let count = 0;
  const digest = (what: string): string => {
    count += 1;
    return createHash('sha256').update(`${seed}:${what}:${count}`).digest('hex');
  };
  return {
    next: () => {
      const text = digest('id').slice(0, 16).toUpperCase();
      return `00${String(count).padStart(8, '0')}${text}`;
    },
    salt: () => digest('salt').slice(0, 32),
  };
}
