import { describe, expect, it } from 'vitest';
import { forgottenCookie, sessionCookie, sessionSecret } from '../../../../server/http/session-cookie.ts';

const session = { secret: 's3cret', personId: 'ada', endsAt: 61_000 };
const sent = (cookie: string) => ({ headers: { cookie } });

describe('the cookie of a session', () => {
  it('is bound to host and secure channel where there is one', () => {
    const cookie = sessionCookie('https://box.example.test', session, 1_000);
    expect(cookie).toBe('__Host-signalbox=s3cret; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=60');
    expect(sessionSecret('https://box.example.test', sent(`a=b; ${cookie.split(';')[0]}`))).toBe('s3cret');
  });

  it('goes without on plain http, where a browser would keep neither', () => {
    const cookie = sessionCookie('http://10.0.0.7:3000', session, 1_000);
    expect(cookie).toBe('signalbox=s3cret; Path=/; HttpOnly; SameSite=Lax; Max-Age=60');
    expect(sessionSecret('http://10.0.0.7:3000', sent('signalbox=s3cret'))).toBe('s3cret');
  });

  it('is never taken from the other name: on plain http anybody could have set it', () => {
    expect(sessionSecret('https://box.example.test', sent('signalbox=planted'))).toBeUndefined();
    expect(sessionSecret('https://box.example.test', { headers: {} })).toBeUndefined();
  });

  it('is forgotten under the same name', () => {
    expect(forgottenCookie('http://localhost:3000')).toMatch(/^signalbox=;.*Max-Age=0$/);
  });
});
