import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../domain/error/domain-error.ts';

/** Counts what comes from one address, within this process. */
export interface AddressLimits {
  /** Counts one attempt to sign in or to use a link. @throws DomainError RATE_LIMITED with `data.retryAfterS`. */
  attempt(address: string): Promise<void>;
  /** Counts one token that was refused. @throws DomainError RATE_LIMITED with `data.retryAfterS`. */
  badToken(address: string): Promise<void>;
}

/** How much one address may try in a minute. */
export interface AddressLimitOptions {
  readonly attemptsPerMinute?: number;
  readonly badTokensPerMinute?: number;
}

/** Limits by address: 30 attempts and 60 bad tokens a minute unless told otherwise. */
export function createAddressLimits(options: AddressLimitOptions = {}): AddressLimits {
  const attempts = new RateLimiterMemory({ points: options.attemptsPerMinute ?? 30, duration: 60 });
  const tokens = new RateLimiterMemory({ points: options.badTokensPerMinute ?? 60, duration: 60 });
  return {
    attempt: (address) => consume(attempts, address),
    badToken: (address) => consume(tokens, address),
  };
}

async function consume(limiter: RateLimiterMemory, address: string): Promise<void> {
  try {
    await limiter.consume(address);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooMany(refused.msBeforeNext, refused.consumedPoints === limiter.points + 1);
  }
}

/** The refusal of somebody who tries too often; `first` when it is worth a line in the access log. */
export function tooMany(waitMs: number, first: boolean): DomainError {
  const retryAfterS = Math.max(1, Math.ceil(waitMs / 1_000));
  return new DomainError('RATE_LIMITED', 'Too many attempts. Wait a while, then try again.', {
    data: { retryAfterS, first },
  });
}
