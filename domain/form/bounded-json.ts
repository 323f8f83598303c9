import type { Json } from '../hash/canonical-json.ts';

/**
 * True for what JSON can hold without loss and no deeper than `maxDepth` lists and objects;
 * walks without recursion, so that hostile nesting costs time only.
 */
export function isBoundedJson(value: unknown, maxDepth: number): value is Json {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isScalar(next.value)) continue;
    const { depth } = next;
    if (depth >= maxDepth || !isListOrRecord(next.value)) return false;
    const keys = Object.keys(next.value);
    if (!keys.every((key) => key.isWellFormed())) return false;
    // A list with holes, or with keys of its own, has another number of keys than items.
    if (Array.isArray(next.value) && keys.length !== next.value.length) return false;
    for (const item of Object.values(next.value)) waiting.push({ value: item, depth: depth + 1 });
  }
  return true;
}

/** True for an object with keys of its own kind: not null, not a list, not an instance of a class. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isListOrRecord(value);
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return (
    value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}

function isListOrRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
