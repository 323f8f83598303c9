import { createHash } from 'node:crypto';
import type { Ids } from '../../server/ports/clock.ts';

/** Ids and salts that are the same in every run with the same seed. */
export function countingIds(seed: string): Ids {
  let count = 0;
  const next = (what: string) => {
    count += 1;
    return createHash('sha256').update(`${seed}:${what}:${count}`).digest('hex');
  };
  return {
    next: () => `01${String(count + 1).padStart(8, '0')}${next('id').slice(0, 16)}`.toUpperCase(),
    salt: () => next('salt').slice(0, 32),
  };
}
