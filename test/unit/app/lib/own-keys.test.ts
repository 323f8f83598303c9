import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownKeys, placesMeet } from '../../../../app/lib/key-list.ts';
import { keptOwnKeys, ownKey, ownKeysIn, ownKeysToKeep, shownKey } from '../../../../app/lib/own-keys.ts';

const usual = Object.fromEntries(knownKeys.map(({ name }) => [name, shownKey(ownKey({}, name))]));

const meeting = knownKeys.flatMap((one, at) =>
  knownKeys
    .slice(at + 1)
    .filter((other) => placesMeet(one.place, other.place))
    .map((other) => [one, other] as const),
);

describe('own keys', () => {
  it('are the usual ones until they are changed', () => {
    expect(ownKeysIn(usual)).toEqual({ own: {}, wrong: {} });
    expect(ownKeysIn({})).toEqual({ own: {}, wrong: {} });
    expect([ownKey({}, 'a'), ownKey({}, 'g i'), ownKey({}, 'g'), ownKey({}, 'Ctrl Enter')]).toEqual([
      'a',
      'i',
      'g',
      'Ctrl Enter',
    ]);
    expect(ownKey({ a: 'y' }, 'a')).toBe('y');
    expect(ownKey({}, 'constructor')).toBe('constructor');
  });

  it.each([
    ['y', 'y'],
    [' Y ', 'Y'],
    ['Shift y', 'Y'],
    ['shift+é', 'É'],
    ['ä', 'ä'],
    ['%', '%'],
  ])('take %j as %j', (typed, key) => {
    expect(ownKeysIn({ ...usual, a: typed })).toEqual({ own: { a: key }, wrong: {} });
  });

  it.each([
    ['Enter', /^This key is kept/],
    ['esc', /^This key is kept/],
    ['Space', /^This key is kept/],
    ['ArrowUp', /^This key is kept/],
    ['yy', /^Give one key/],
    ['\u200b', /^Give one key/],
    ['<b>', /^Give one key/],
  ])('refuse %j', (typed, why) => {
    const { own, wrong } = ownKeysIn({ ...usual, a: typed });
    expect([own, Object.keys(wrong)]).toEqual([{}, ['a']]);
    expect(wrong['a']).toMatch(why);
  });

  it('refuse a key that does something else in the same place, beside the one that was changed', () => {
    expect(ownKeysIn({ ...usual, a: 'r' }).wrong).toEqual({ a: '“Reject” has the key r too. Take another.' });
    expect(Object.keys(ownKeysIn({ ...usual, a: 'j' }).wrong)).toEqual(['a']);
    expect(Object.keys(ownKeysIn({ ...usual, a: 'y', r: 'y' }).wrong)).toEqual(['a', 'r']);
    expect(Object.keys(ownKeysIn({ ...usual, 'g i': 'c' }).wrong)).toEqual(['g i']);
  });

  it('take two keys that change places, and one key for places that never meet', () => {
    expect(ownKeysIn({ ...usual, a: 'r', r: 'a' })).toEqual({ own: { a: 'r', r: 'a' }, wrong: {} });
    expect(ownKeysIn({ ...usual, '[': 'k', ']': 'j' }).wrong).toEqual({});
    expect(ownKeysIn({ ...usual, 'g i': 'a' }).wrong).toEqual({});
  });

  it('come back from where a browser kept them, and never two of one place as one key', () => {
    const one = fc.constantFrom('a', 'b', 'É', '%', '"', ';', 'r', 'j');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...knownKeys.map(({ name }) => name)), one), (typed) => {
        const { own, wrong } = ownKeysIn(typed);
        if (Object.keys(wrong).length > 0) return;
        expect(keptOwnKeys(ownKeysToKeep(own))).toEqual(own);
        for (const [first, second] of meeting)
          expect(ownKey(own, first.name)).not.toBe(ownKey(own, second.name));
      }),
    );
  });

  it.each(['', '{', '%', '%7B', 'null', '%5B%22a%22%5D', '%7B%22a%22%3A1%7D', '%7B%22a%22%3A%22r%22%7D'])(
    'are the usual ones where a browser kept %j',
    (kept) => {
      expect(keptOwnKeys(kept)).toEqual({});
    },
  );

  it('are written as they are found on a keyboard', () => {
    expect([' ', 'J', 'j', '?', 'Ctrl Enter'].map(shownKey)).toEqual([
      'Space',
      'Shift J',
      'j',
      '?',
      'Ctrl Enter',
    ]);
  });
});
