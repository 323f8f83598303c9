import type { Json } from '../hash/canonical-json.ts';

/**
 * One change of a document. A path goes through objects by key and through lists by the ids of their items.
 * Of `insert` and `move`, `behind` names the item it stands behind; null is the beginning of the list.
 */
export type Operation =
  | {
      readonly op: 'set';
      readonly path: readonly string[];
      /** Absent when the key was not there. */
      readonly before?: Json;
      readonly after: Json;
    }
  | { readonly op: 'remove'; readonly path: readonly string[]; readonly before: Json }
  | {
      readonly op: 'insert';
      readonly path: readonly string[];
      readonly after: Json;
      readonly behind: string | null;
    }
  | {
      readonly op: 'move';
      readonly path: readonly string[];
      /** What it stood behind. */
      readonly before: string | null;
      readonly behind: string | null;
    };

/** An object within a document. */
export type JsonObject = { readonly [key: string]: Json };
/** A list whose items are told apart by their ids. */
export type ItemList = readonly (JsonObject & { readonly id: string })[];

/** Whether a value is an object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list in which every item is an object with an id of its own. */
export function isItemList(value: Json | undefined): value is ItemList {
  if (!Array.isArray(value)) return false;
  const ids = new Set<string>();
  for (const item of value as readonly Json[]) {
    const id = isJsonObject(item) && Object.hasOwn(item, 'id') ? item['id'] : undefined;
    if (typeof id !== 'string' || ids.has(id)) return false;
    ids.add(id);
  }
  return true;
}

/** Whether two values are the same JSON, whatever the order of their keys. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item: Json, index) => isSameJson(item, (b as readonly Json[])[index]))
    );
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  );
}
