/** Keys that no object handed in may have: they mean something to the language. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** The first key, at any depth of a JSON value, that means something to the language; undefined when there is none. */
export function forbiddenKeyIn(value: unknown): string | undefined {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) {
      const found = Object.keys(next).find((key) => forbidden.has(key));
      if (found !== undefined) return found;
    }
    for (const item of Object.values(next)) waiting.push(item);
  }
  return undefined;
}
