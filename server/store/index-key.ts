import { orderedText } from './ordered-text.ts';

/** UTF-8 bytes one index entry may take: what both engines carry. */
const maxBytes = 1_900;
const control = /[^ -\uffff]/;
const unsortable = /[^ -\ud7ff]/;

/** One ordered index entry `(name, sort, id)` as text whose UTF-8 bytes sort as the three do by code unit. */
export function indexKey(name: string, sort: string, id: string): string {
  return fitting(`${checkedName(name)}\0${orderedText(sort)}\0${id}`);
}

/**
 * The name of a list or a term, as given.
 * @throws Error when it is empty, not well-formed, or holds control characters.
 */
export function checkedName(name: string): string {
  if (typeof name !== 'string' || name === '' || control.test(name) || !name.isWellFormed()) {
    throw new Error(`Not usable as a list or term: ${JSON.stringify(name)?.slice(0, 80)}`);
  }
  return fitting(name);
}

/**
 * An id, as given.
 * @throws Error when it is empty, or holds control characters or any from U+D800 on.
 */
export function checkedId(id: string): string {
  if (typeof id !== 'string' || id === '' || unsortable.test(id)) {
    throw new Error(`Not usable as an id: ${JSON.stringify(id)?.slice(0, 80)}`);
  }
  return fitting(id);
}

/** A whole number from 0 as text that sorts as the number does. */
export function orderedNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`Not a whole number from 0: ${value}`);
  return String(value).padStart(16, '0');
}

function fitting(key: string): string {
  if (key.length * 3 > maxBytes && Buffer.byteLength(key) > maxBytes) {
    throw new Error(`An index entry is longer than ${maxBytes} bytes: ${JSON.stringify(key.slice(0, 60))}`);
  }
  return key;
}
