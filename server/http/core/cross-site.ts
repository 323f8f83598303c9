import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { bearerOf } from './identify.ts';

/**
 * Refuses what another site makes a browser send, before anything else looks at it: a write has to come from our own origin. Programs send
 * a token and no cookie, which no other site can make a browser do. A `_data` parameter, which would get past a page's parents, is refused.
 */
export function crossSite(
  origin: string,
): (request: Request, response: Response, next: NextFunction) => void {
  return (request, _response, next) => {
    next(refusalOf(request, origin));
  };
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

function refusalOf(request: Request, origin: string): DomainError | undefined {
  if (Object.hasOwn(request.query, '_data'))
    return new DomainError('MALFORMED', 'The parameter _data is not used here. Leave it out.');
  if (reading.has(request.method) || isProgram(request)) return undefined;
  const site = request.get('sec-fetch-site');
  const ours = site === undefined ? request.get('origin') === origin : site === 'same-origin';
  return ours
    ? undefined
    : new DomainError(
        'CROSS_SITE',
        `Changes are taken from pages of ${origin} only. Reload the page and try again.`,
      );
}

/** A request that carries nothing a browser adds by itself: a token alone, or nothing at all to the API. */
function isProgram(request: Request): boolean {
  if (request.get('cookie') !== undefined) return false;
  if (bearerOf(request) !== undefined) return true;
  const browser = request.get('origin') ?? request.get('sec-fetch-site');
  return browser === undefined && request.path.startsWith('/api/');
}
