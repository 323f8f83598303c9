import type { Json } from '../../domain/hash/canonical-json.ts';

export type { Json } from '../../domain/hash/canonical-json.ts';

/** A JSON object, such as the projected data of an event. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether a value is a JSON object: neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
