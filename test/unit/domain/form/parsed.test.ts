import { describe, expect, it } from 'vitest';
import { isBlank } from '../../../../domain/form/parsed.ts';

describe('a blank answer', () => {
  it('take invisible text for no answer', () => {
    for (const blank of [undefined, null, '', ' \n\t', '\u200b\ufeff', []]) expect(isBlank(blank)).toBe(true);
    for (const given of ['.', 0, false, {}, [null]]) expect(isBlank(given)).toBe(false);
  });
});
