/** Throws a plain `Error` (a bug of ours, answered as 500) when the condition does not hold. */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${sentence}`);
}
