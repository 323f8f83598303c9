import { describe, expect, it } from 'vitest';
import { textIn, textSchema } from '../../../../domain/form/text-schema.ts';

describe('texts', () => {
  it('are one string or one per language', () => {
    expect(textSchema.safeParse('Country').success).toBe(true);
    expect(textSchema.safeParse({ en: 'Country', 'fr-CA': 'Pays' }).success).toBe(true);
    for (const wrong of ['', {}, { english: 'x' }, { en: '' }, 3, null, ['x'], 'x'.repeat(2001)])
      expect(textSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`en-x${index}0`, 'x']));
    expect(textSchema.safeParse(many).success).toBe(false);
  });

  it.each([
    ['exactly', { en: 'e', fr: 'f', 'fr-CA': 'c' }, 'fr-CA', 'c'],
    ['in the base language', { en: 'e', fr: 'f' }, 'fr-CA', 'f'],
    ['in English', { de: 'd', en: 'e' }, 'fr', 'e'],
    ['in the first there is', { de: 'd', it: 'i' }, 'fr', 'd'],
    ['as one string', 'x', 'fr', 'x'],
    ['as nothing', {}, 'constructor', ''],
  ])('are read %s', (_how, text, language, words) => {
    expect(textIn(text, language)).toBe(words);
  });
});
