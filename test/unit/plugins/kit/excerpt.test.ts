import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../../../plugins/kit/excerpt.ts';

describe('an excerpt of what the other side said', () => {
  law.prop([fc.string({ unit: 'binary', maxLength: 6000 })])(
    'is well-formed, free of control characters and at most 2 kB',
    (text) => {
      const said = excerpt(text);
      expect(said.isWellFormed()).toBe(true);
      expect(/\p{Cc}/u.test(said)).toBe(false);
      expect(new TextEncoder().encode(said).length).toBeLessThanOrEqual(2048);
    },
  );

  law.prop([
    fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 }).filter((text) => !/\s|‹|›/u.test(text)),
    fc.nat({ max: 2100 }),
  ])('hides a secret wherever it stands, across the cut too', (secret, offset) => {
    const said = excerpt(`${' .'.repeat(offset / 2)}${secret}${secret}`, [secret]);
    expect(said).not.toContain(secret.slice(0, 8));
  });

  test.each(['', 'u:', 'us:', 'user:'])('hides a secret inside base64 after “%s”', (before) => {
    const secret = 'correct horse battery';
    const header = Buffer.from(`${before}${secret}`, 'utf8').toString('base64');
    const said = excerpt(`authorization: Basic ${header}`, [secret]);
    expect(said).toContain('‹hidden›');
    const shown = /Basic (.*)$/.exec(said)?.[1] ?? '';
    expect(Buffer.from(shown.replace(/‹hidden›.*/, ''), 'base64').toString('utf8')).not.toContain('corr');
  });

  test('hides a secret in JSON and in an address', () => {
    const secret = 'a"b\\c/d e';
    expect(excerpt(JSON.stringify({ secret }), [secret])).toBe('{"secret":"‹hidden›"}');
    expect(excerpt(`/x?key=${encodeURIComponent(secret)}`, [secret])).toBe('/x?key=‹hidden›');
  });

  test('leaves ordinary words alone when a secret is absurdly short', () => {
    expect(excerpt('not a good day', ['a'])).toBe('not a good day');
  });

  test('ends in an ellipsis when it was cut', () => {
    expect(excerpt('é'.repeat(3000)).endsWith('é…')).toBe(true);
  });
});
