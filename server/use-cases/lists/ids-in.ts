import type { Json } from '../../../domain/hash/canonical-json.ts';

const idShape = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Everything in a value that could be the id of something, added to what was found before. */
export function idsIn(value: Json, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (idShape.test(value)) found.add(value);
    return found;
  }
  if (typeof value !== 'object' || value === null) return found;
  for (const part of Object.values(value)) idsIn(part as Json, found);
  return found;
}
