import { describe, expect, it } from 'vitest';
import { isPlainLine, isPlainText } from '../../../../domain/fact/plain-text.ts';

describe('plain text', () => {
  it.each([
    ['Zoë’s 注文 🙂', true, true],
    ['', true, true],
    ['two\nlines', true, false],
    ['two\r\nlines, one\tindented', true, false],
    ['a line separator\u2028here', true, false],
    ['zero\u0000', false, false],
    ['a bell\u0007', false, false],
    ['a lone return\r', false, false],
    ['delete\u007f', false, false],
    ['a C1 control\u0085', false, false],
    ['half a character \ud83d', false, false],
  ])('of %j: as text %s, as a line %s', (text, asText, asLine) => {
    expect([isPlainText(text), isPlainLine(text)]).toEqual([asText, asLine]);
  });

  it('is told of a very long text', () => {
    expect(isPlainText(`${'a\n'.repeat(1_000_000)}\u0000`)).toBe(false);
    expect(isPlainText('a\n'.repeat(1_000_000))).toBe(true);
  });
});
