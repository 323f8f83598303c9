import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { orderedText, plainText } from '../../../../server/store/ordered-text.ts';

const awkwardUnit = fc.constantFrom(
  '\0',
  '\u0001',
  '\u0002',
  '\u001f',
  ' ',
  'a',
  '\ud7ff',
  '\ud83d',
  '\ude00',
  '\ue000',
  '\ue001',
  '\uffff',
);
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: awkwardUnit }));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('ordered text', () => {
  it('leaves plain text as it is', () => {
    expect(orderedText('2024-01-01T00:00:00Z|Größe')).toBe('2024-01-01T00:00:00Z|Größe');
  });

  test.prop([anyText])('reads back as it was', (text) => {
    expect(plainText(orderedText(text))).toBe(text);
  });

  test.prop([anyText, anyText])('sorts by its UTF-8 bytes as the text sorts by code unit', (a, b) => {
    const bytes = Buffer.compare(Buffer.from(orderedText(a)), Buffer.from(orderedText(b)));
    expect(Math.sign(bytes)).toBe(compare(a, b));
  });

  test.prop([anyText])('is well-formed and holds no separator', (text) => {
    expect(orderedText(text).isWellFormed()).toBe(true);
    expect(orderedText(text)).not.toContain('\0');
  });
});
