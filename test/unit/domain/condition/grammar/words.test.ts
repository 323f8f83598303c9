import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord } from '../../../../../domain/condition/grammar/closest-word.ts';
import { foldText } from '../../../../../domain/condition/grammar/fold-text.ts';
import { kindInWords, operandInWords } from '../../../../../domain/condition/grammar/operand.ts';
import { compilePattern } from '../../../../../domain/condition/grammar/pattern.ts';
import { labelInSentence, literalInWords, quoted } from '../../../../../domain/condition/grammar/phrase.ts';

describe('the closest word', () => {
  it.each([
    ['amuont', 'amount'],
    ['amount', 'amount'],
    ['vendro', 'vendor'],
    ['x', undefined],
    ['completely', undefined],
  ])('to %s is %s', (word, closest) => {
    expect(closestWord(word, ['amount', 'vendor', 'country'])).toBe(closest);
  });

  it('is the first of two that are as close', () => {
    expect(closestWord('cat', ['hat', 'bat'])).toBe('hat');
  });
});

describe('folded text', () => {
  it.each([
    ['STRASSE', 'Straße'],
    ['ẞ', 'ß'],
    ['ΟΔΟΣ', 'οδος'],
    ['ﬁne', 'FINE'],
    ['Ａ１', 'a1'],
    ['Ko\u0308ln', 'KÖLN'],
  ])('is the same for %s and %s', (left, right) => {
    expect(foldText(left)).toBe(foldText(right));
  });

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
    );
  });
});

describe('words for values', () => {
  it('lower a label inside a sentence, but not an acronym', () => {
    expect(labelInSentence('Spend per year')).toBe('spend per year');
    expect(labelInSentence('VAT number')).toBe('VAT number');
    expect(labelInSentence('Ärger')).toBe('ärger');
    expect(labelInSentence('')).toBe('');
  });

  it('group the digits of numbers', () => {
    expect([0, 999, 1000, 1234567, -1000.25].map(literalInWords)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '-1,000.25',
    ]);
  });

  it('join lists and quote text', () => {
    expect(literalInWords(['a', 'b'])).toBe('a, b');
    expect(quoted(undefined)).toBe('');
  });

  it('name what an operand is', () => {
    expect(kindInWords('rows')).toBe('a table');
    expect(operandInWords({ kind: 'boolean' })).toBe('this is yes or no');
  });
});

describe('a pattern', () => {
  it('is matched in time that grows with the text alone', () => {
    const compiled = compilePattern('^(a+)+$');
    expect('pattern' in compiled && compiled.pattern.test(`${'a'.repeat(5000)}!`)).toBe(false);
  });
});
