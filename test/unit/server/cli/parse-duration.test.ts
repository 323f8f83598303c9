import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../../server/cli/parse-duration.ts';

describe('a duration on the command line', () => {
  it.each([
    ['90m', 5_400_000],
    ['12h', 43_200_000],
    ['30d', 2_592_000_000],
    ['2w', 1_209_600_000],
    ['0d', undefined],
    ['d', undefined],
    ['1.5d', undefined],
    ['-1d', undefined],
    ['30', undefined],
    ['30y', undefined],
    ['1234567d', undefined],
  ])('%s is %s ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
});
