import { isJsonObject, type Json } from '../kit/json.ts';

/** The value at a dotted path such as `data.id`, own keys only; undefined when there is none. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const key of path.split('.')) {
    if (!isJsonObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}
