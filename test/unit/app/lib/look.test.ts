import { describe, expect, it } from 'vitest';
import { lookCookies, lookOf } from '../../../../app/lib/look.server.ts';

describe('how a browser shows Signalbox', () => {
  it.each([
    [null, { theme: null, keys: true }],
    ['signalbox_theme=dark; other=1', { theme: 'dark', keys: true }],
    ['a=b;signalbox_keys=off; signalbox_theme=light', { theme: 'light', keys: false }],
    ['signalbox_theme="><script>; signalbox_keys=no', { theme: null, keys: true }],
  ])('reads %j', (cookies, look) => {
    expect(lookOf(cookies)).toEqual(look);
  });

  it('keeps what is said, and forgets what holds without being said', () => {
    const said = lookCookies({ theme: 'dark', keys: true }).map(([, cookie]) => cookie);
    expect(said[0]).toMatch(/^signalbox_theme=dark; Path=\/; Max-Age=\d{8}; SameSite=Lax; HttpOnly$/);
    expect(said[1]).toMatch(/^signalbox_keys=; Path=\/; Max-Age=0;/);
    const [theme = '', keys = ''] = lookCookies({ theme: 'light', keys: false }).map(
      ([, one]) => one.split(';')[0],
    );
    expect(lookOf(`${theme}; ${keys}`)).toEqual({ theme: 'light', keys: false });
  });
});
