import { RE2JS } from 're2js';

/** Longest pattern in characters, and the most instructions it may compile to. */
export const patternLimits = { length: 200, instructions: 2000 } as const;

/** A pattern ready to be looked for, or in plain words why it cannot be. */
export type PatternResult = { readonly pattern: RE2JS } | { readonly refusal: string };

/** Compiles a pattern for a matcher whose time grows with the text alone. */
export function compilePattern(source: string): PatternResult {
  if (source.length > patternLimits.length)
    return { refusal: `the pattern is longer than ${patternLimits.length} characters` };
  try {
    const pattern = RE2JS.compile(source);
    if (pattern.programSize() > patternLimits.instructions)
      return { refusal: 'the pattern repeats too much to be matched quickly' };
    return { pattern };
  } catch (error) {
    return {
      refusal: `the pattern cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
