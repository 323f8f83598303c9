import { randomFillSync } from 'node:crypto';
import type { Clock, Ids } from '../ports/clock.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeDigits = 10;
const randomDigits = 16;
const saltBytes = 16;
/** The system is asked for so much at once: asking costs more than the bytes do. */
const pool = Buffer.alloc(4_096);
let used = pool.length;

/** Fresh random bytes; each is given out once. */
function random(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

/** Ids and salts from the system's randomness: ids are ULIDs (48 bits of time, 80 random bits), sortable to the millisecond. */
export function createRandomIds(clock: Clock): Ids {
  return {
    next: () => timePart(clock.now()) + randomPart(),
    salt: () => random(saltBytes).toString('hex'),
  };
}

function timePart(now: number): string {
  let rest = Math.max(0, Math.floor(now));
  let text = '';
  for (let i = 0; i < timeDigits; i += 1) {
    text = digits.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function randomPart(): string {
  let text = '';
  for (const byte of random(randomDigits)) text += digits.charAt(byte % 32);
  return text;
}
