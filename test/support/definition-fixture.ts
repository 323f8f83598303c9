import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../golden/definitions');

/** A definition document of test/golden/definitions, fresh at each call. */
export function definitionFixture(name = 'vendor'): Record<string, unknown> {
  return parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')) as Record<string, unknown>;
}

/** A document with values put at RFC 6901 pointers; `undefined` removes what is there. */
export function withChange(document: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(document);
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.slice(1).split('/');
    const last = path.pop() ?? '';
    const parent = path.reduce<unknown>((at, key) => Reflect.get(at as object, key), copy) as object;
    if (value !== undefined) Reflect.set(parent, last, value);
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  }
  return copy;
}
