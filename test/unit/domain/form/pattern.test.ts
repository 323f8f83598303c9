import { describe, expect, it } from 'vitest';
import { compilePattern, patternSchema } from '../../../../domain/form/pattern.ts';

describe('a pattern', () => {
  it('match patterns as a whole, in linear time, and match nothing by a pattern that cannot be read', () => {
    expect(compilePattern('(a+)+b')(`${'a'.repeat(5000)}c`)).toBe(false);
    expect(compilePattern('a+')('aaa')).toBe(true);
    expect(compilePattern('a(')('a(')).toBe(false);
    expect(patternSchema.safeParse('a(').success).toBe(false);
    expect(patternSchema.safeParse('(?=a)').success).toBe(false);
    expect(patternSchema.safeParse('[A-Z]+').success).toBe(true);
  });
});
