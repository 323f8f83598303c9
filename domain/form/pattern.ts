import { RE2JS } from 're2js';
import { z } from 'zod';
import { boundedMemo } from '../calendar/bounded-memo.ts';

/** Compiles a pattern that a whole text has to match, in linear time; undefined if it is not a pattern. */
function matcherOf(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const expression = RE2JS.compile(pattern);
    return (text) => expression.testExact(text);
  } catch {
    return undefined;
  }
}

/** The schema of a pattern of at most 200 characters, in RE2's syntax. */
export const patternSchema = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (pattern) => matcherOf(pattern) !== undefined,
    'This pattern cannot be read; look-around and back-references do not exist here',
  );

/** A test whether a whole text matches the pattern; a pattern that cannot be read matches nothing. */
export const compilePattern = boundedMemo(500, (pattern: string) => matcherOf(pattern) ?? (() => false));
