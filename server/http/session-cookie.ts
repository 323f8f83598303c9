import type { Request } from 'express';
import type { NewSession } from '../identity/sessions.ts';

/** `__Host-` cookies want a secure origin; on plain http, for trying things out on one's own network, the name goes without. */
const nameFor = (origin: string): string => (isSecure(origin) ? '__Host-signalbox' : 'signalbox');
const isSecure = (origin: string): boolean => origin.startsWith('https:');

/** The secret a browser sent to pages of this origin, or to the API beside them; undefined without one. */
export function sessionSecret(origin: string, request: Pick<Request, 'headers'>): string | undefined {
  const wanted = nameFor(origin);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** The header that starts a session in the browser; it ends when the session does at the latest. */
export function sessionCookie(origin: string, session: NewSession, now: number): string {
  const seconds = Math.max(0, Math.floor((session.endsAt - now) / 1_000));
  return cookieOf(origin, session.secret, seconds);
}

/** The header that makes the browser forget its session. */
export function forgottenCookie(origin: string): string {
  return cookieOf(origin, '', 0);
}

function cookieOf(origin: string, value: string, seconds: number): string {
  const secure = isSecure(origin) ? ' Secure;' : '';
  return `${nameFor(origin)}=${value}; Path=/; HttpOnly;${secure} SameSite=Lax; Max-Age=${seconds}`;
}
