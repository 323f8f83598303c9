import type { Request, Response } from 'express';
import { type Recognised, viewerOfSession, viewerOfToken } from '../../identity/viewer-of.ts';
import type { HttpParts } from '../http-parts.ts';
import { sessionCookie, sessionSecret } from '../session-cookie.ts';
import { identityDeps } from './identity-deps.ts';

/**
 * Whoever sends a request, by its bearer token, else by its session cookie; undefined for nobody known.
 * @throws DomainError RATE_LIMITED for an address that sends too many bad tokens.
 */
export async function identify(
  parts: HttpParts,
  request: Request,
  response: Response,
): Promise<Recognised | undefined> {
  const token = bearerOf(request);
  if (token !== undefined) return viewerOfToken(identityDeps(parts), token, request.ip ?? '');
  const secret = sessionSecret(request);
  if (secret === undefined) return undefined;
  const found = await viewerOfSession(identityDeps(parts), secret);
  if (found?.renewed !== undefined)
    response.append('Set-Cookie', sessionCookie(found.renewed, parts.deps.clock.now()));
  return found;
}

/** The bearer token of a request; undefined when it has none. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer +([\x21-\x7e]{1,500}) *$/i.exec(request.get('authorization') ?? '')?.[1];
}
