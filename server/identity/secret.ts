import { sha256Hex } from '../../domain/hash/sha256.ts';
import type { Ids } from '../ports/clock.ts';

const secretPattern = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits as 43 characters that are safe in addresses and cookies. */
export function newSecret(ids: Pick<Ids, 'salt'>): string {
  return Buffer.from(ids.salt() + ids.salt(), 'hex').toString('base64url');
}

/** Under which a secret is kept: its hash, so that the store tells nobody how to come in; undefined for what is no secret of ours. */
export function keptUnder(secret: string): string | undefined {
  return secretPattern.test(secret) ? sha256Hex(secret) : undefined;
}
