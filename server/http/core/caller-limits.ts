import type { Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { HttpLimits } from '../http-parts.ts';

/** Counts what callers ask for, within this process, and says so in every answer. */
export interface CallerLimits {
  /** @throws DomainError RATE_LIMITED with `data.retryAfterS`. */
  countCaller(caller: string, response: Response): Promise<void>;
  /** @throws DomainError RATE_LIMITED with `data.retryAfterS`. */
  countAddress(address: string, response: Response): Promise<void>;
}

const windowS = 60;

/** Limits of so many requests a minute. */
export function createCallerLimits(limits: Pick<HttpLimits, 'perCaller' | 'perAddress'>): CallerLimits {
  const callers = new RateLimiterMemory({ points: limits.perCaller, duration: windowS });
  const addresses = new RateLimiterMemory({ points: limits.perAddress, duration: windowS });
  return {
    countCaller: (caller, response) => count(callers, 'caller', caller, response),
    countAddress: (address, response) => count(addresses, 'address', address, response),
  };
}

async function count(
  limiter: RateLimiterMemory,
  policy: string,
  key: string,
  response: Response,
): Promise<void> {
  const outcome = await limiter.consume(key).catch((refused: unknown) => refused);
  if (!(outcome instanceof RateLimiterRes)) throw outcome;
  const waitS = Math.max(1, Math.ceil(outcome.msBeforeNext / 1_000));
  response.set('RateLimit-Policy', `"${policy}";q=${limiter.points};w=${windowS}`);
  response.set('RateLimit', `"${policy}";r=${Math.max(0, outcome.remainingPoints)};t=${waitS}`);
  if (outcome.consumedPoints <= limiter.points) return;
  throw new DomainError('RATE_LIMITED', `Too many requests. Try again in ${waitS} seconds.`, {
    data: { retryAfterS: waitS },
  });
}
