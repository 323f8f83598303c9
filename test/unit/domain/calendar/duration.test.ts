import { describe, expect, test } from 'vitest';
import { durationMs, refusalOfDuration } from '../../../../domain/calendar/duration.ts';
import { durationInWords, workingTimeInWords } from '../../../../domain/calendar/duration-in-words.ts';
import { DomainError } from '../../../../domain/error/domain-error.ts';

const working = { alwaysOpen: false };
const always = { alwaysOpen: true };
const hourMs = 3_600_000;

describe('a written duration', () => {
  test.each([
    ['30m', 0.5, 0.5],
    ['4h', 4, 4],
    ['2d', 16, 48],
    ['1w', 40, 168],
    ['1d 4h 30m', 12.5, 28.5],
    ['1w1d', 48, 192],
    ['90m', 1.5, 1.5],
  ])('%s is %d h of working time and %d h of every hour', (text, inWork, always24) => {
    expect(refusalOfDuration(text)).toBeNull();
    expect(durationMs(text, working)).toBe(inWork * hourMs);
    expect(durationMs(text, always)).toBe(always24 * hourMs);
  });

  test.each([
    ['', 'is not a duration'],
    ['soon', 'is not a duration'],
    ['4h 1d', 'is not a duration'],
    ['-4h', 'is not a duration'],
    ['1.5h', 'is not a duration'],
    ['0h', 'longer than nothing'],
    ['367d', 'too long'],
    ['53w', 'too long'],
  ])('“%s” is refused: %s', (text, words) => {
    expect(refusalOfDuration(text)).toContain(words);
    expect(() => durationMs(text, working)).toThrow(DomainError);
  });
});

describe('a duration in words', () => {
  test.each([
    [0, '0 m'],
    [59_999, 'less than a minute'],
    [45 * 60_000, '45 m'],
    [3 * hourMs, '3 h'],
    [3 * hourMs + 20 * 60_000 + 59_000, '3 h 20 m'],
    [-2 * hourMs, 'minus 2 h'],
  ])('%d ms is “%s”', (ms, words) => {
    expect(durationInWords(ms)).toBe(words);
  });

  test('says of what time it speaks', () => {
    expect(workingTimeInWords(working, 3 * hourMs)).toBe('3 h of working time');
    expect(workingTimeInWords(always, 3 * hourMs)).toBe('3 h');
  });
});
