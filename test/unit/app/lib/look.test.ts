import { describe, expect, it } from 'vitest';
import { lookCookies, lookOf, ownKeysCookie } from '../../../../app/lib/look.server.ts';

const plain = { theme: null, keys: true, exact: false, own: {} };

describe('how a browser shows Signalbox', () => {
  it.each([
    [null, plain],
    ['signalbox_theme=dark; other=1', { ...plain, theme: 'dark' }],
    ['a=b;signalbox_keys=off; signalbox_theme=light', { ...plain, theme: 'light', keys: false }],
    ['signalbox_theme="><script>; signalbox_keys=no; signalbox_times=no', plain],
    ['signalbox_times=exact', { ...plain, exact: true }],
    ['signalbox_own_keys=%7B%22a%22%3A%22y%22%7D', { ...plain, own: { a: 'y' } }],
    ['signalbox_own_keys=%7B; signalbox_keys=off', { ...plain, keys: false }],
  ])('reads %j', (cookies, look) => {
    expect(lookOf(cookies)).toEqual(look);
  });

  it('keeps what is said, and forgets what holds without being said', () => {
    const said = lookCookies({ theme: 'dark', keys: true, exact: false }).map(([, cookie]) => cookie);
    expect(said[0]).toMatch(/^signalbox_theme=dark; Path=\/; Max-Age=\d{8}; SameSite=Lax; HttpOnly$/);
    expect(said[1]).toMatch(/^signalbox_keys=; Path=\/; Max-Age=0;/);
    expect(said[2]).toMatch(/^signalbox_times=; Path=\/; Max-Age=0;/);
    const pairs = lookCookies({ theme: 'light', keys: false, exact: true }).map(
      ([, one]) => one.split(';')[0],
    );
    expect(lookOf(pairs.join('; '))).toEqual({ theme: 'light', keys: false, exact: true, own: {} });
  });

  it('keeps keys of any sign, and forgets them where they are the usual ones', () => {
    const own = { a: ';', r: '=', ' ': 'é', '[': '"', 'g i': '%' };
    expect(lookOf(ownKeysCookie(own)[1].split('; ')[0] ?? '').own).toEqual(own);
    expect(ownKeysCookie({})[1]).toMatch(/^signalbox_own_keys=; Path=\/; Max-Age=0;/);
  });
});
