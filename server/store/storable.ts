/** What was found storable without loss: frozen to the bottom, it stays so, and most of a document is carried from write to write. */
const sound = new WeakSet<object>();

/**
 * Checks that a value is JSON without loss and freezes it, so that it can be shared between readers.
 * Answers whether its text reads back as the very same value (`-0` does not: it becomes `0`).
 * @throws Error naming the place of `undefined`, a function, a non-finite number or an object that is not plain.
 */
export function storable(value: unknown, place = ''): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      if (!Number.isFinite(value)) throw refusal(place, String(value));
      return value !== 0 || !Object.is(value, -0);
    case 'object':
      return value === null || sound.has(value) || storableObject(value, place);
    default:
      throw refusal(place, typeof value);
  }
}

function storableObject(value: object, place: string): boolean {
  const same = Array.isArray(value) ? storableList(value, place) : storableFields(value, place);
  Object.freeze(value);
  if (same) sound.add(value);
  return same;
}

function storableList(list: readonly unknown[], place: string): boolean {
  let same = true;
  for (let i = 0; i < list.length; i++) same = storable(list[i], place) && same;
  return same;
}

function storableFields(value: object, place: string): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refusal(place, 'an object with a class');
  let same = prototype !== null;
  const entries = value as Record<string, unknown>;
  for (const key in entries) {
    const part = entries[key];
    if (typeof part !== 'string' && typeof part !== 'boolean') same = storable(part, key) && same;
  }
  return same;
}

function refusal(place: string, what: string): Error {
  return new Error(`The store keeps plain JSON only: found ${what} at "${place}"`);
}
