import type { Request } from 'express';
import type { NewSession } from '../identity/sessions.ts';

/** `__Host-`: sent to this host only, over a secure channel only (a browser counts localhost as one). */
const cookieName = '__Host-signalbox';

/** The secret a browser sent; undefined without one. */
export function sessionSecret(request: Pick<Request, 'headers'>): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === cookieName) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** The header that starts a session in the browser; it ends when the session does at the latest. */
export function sessionCookie(session: NewSession, now: number): string {
  const seconds = Math.max(0, Math.floor((session.endsAt - now) / 1_000));
  return `${cookieName}=${session.secret}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${seconds}`;
}

/** The header that makes the browser forget its session. */
export const forgottenCookie = `${cookieName}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0`;
