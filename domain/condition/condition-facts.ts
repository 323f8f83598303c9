import type { Json } from '../hash/canonical-json.ts';

/** The keys of the facts a condition reads, in the order they are written; it takes conditions with problems too. */
export function factsReadBy(condition: Json): Set<string> {
  const keys = new Set<string>();
  const waiting: Json[] = [condition];
  for (let json = waiting.pop(); json !== undefined; json = waiting.pop()) {
    if (typeof json !== 'object' || json === null) continue;
    const key = Array.isArray(json) ? undefined : keyOfVar(json);
    if (key === undefined) pushReversed(waiting, Object.values(json));
    else keys.add(key);
  }
  return keys;
}

function keyOfVar(json: object): string | undefined {
  const named: unknown = Object.hasOwn(json, 'var') ? Reflect.get(json, 'var') : undefined;
  const key: unknown = Array.isArray(named) ? named[0] : named;
  return typeof key === 'string' ? key : undefined;
}

function pushReversed(waiting: Json[], values: readonly Json[]): void {
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const value = values[index];
    if (value !== undefined) waiting.push(value);
  }
}
