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
      return value === null || storableObject(value, place);
    default:
      throw refusal(place, typeof value);
  }
}

function storableObject(value: object, place: string): boolean {
  let same = true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) same = storable(value[i], place) && same;
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw refusal(place, 'an object with a class');
    same = prototype !== null;
    const entries = value as Record<string, unknown>;
    for (const key in entries) same = storable(entries[key], key) && same;
  }
  Object.freeze(value);
  return same;
}

function refusal(place: string, what: string): Error {
  return new Error(`The store keeps plain JSON only: found ${what} at "${place}"`);
}
