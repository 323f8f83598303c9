import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../ports/clock.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeDigits = 10;
const randomDigits = 16;

/** Ids and salts from the system's randomness: ids are ULIDs (48 bits of time, 80 random bits), sortable to the millisecond. */
export function createRandomIds(clock: Clock): Ids {
  return {
    next: () => timePart(clock.now()) + randomPart(),
    salt: () => randomBytes(16).toString('hex'),
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
  for (const byte of randomBytes(randomDigits)) text += digits.charAt(byte % 32);
  return text;
}
