import type { Request, Response } from 'express';
import type { NewSession } from '../../identity/sessions.ts';
import type { HttpParts } from '../http-parts.ts';

/** `__Host-` cookies want a secure origin; on plain http, for trying things out on one's own machine, the name goes without. */
const nameFor = (origin: string): string => (origin.startsWith('https:') ? '__Host-signalbox' : 'signalbox');

/** The secret of the session a request carries; undefined when it carries none. */
export function readSessionCookie(
  { origin }: Pick<HttpParts, 'origin'>,
  request: Request,
): string | undefined {
  const wanted = nameFor(origin);
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = part.split('=', 2);
    if (name?.trim() === wanted && value !== undefined) return value.trim();
  }
  return undefined;
}

/** Gives the browser the cookie of a session, for as long as the session may last. */
export function setSessionCookie(
  { origin, deps }: Pick<HttpParts, 'origin' | 'deps'>,
  response: Response,
  session: NewSession,
): void {
  response.cookie(nameFor(origin), session.secret, {
    httpOnly: true,
    secure: origin.startsWith('https:'),
    sameSite: 'lax',
    path: '/',
    maxAge: Math.max(0, session.endsAt - deps.clock.now()),
  });
}
