/** A value that JSON can hold without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 canonical JSON: keys sorted by UTF-16 code units, numbers as ECMAScript prints them.
 * @throws TypeError on undefined, functions, non-finite numbers and lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('canonical JSON holds finite numbers only');
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalList(value) : canonicalObject(value);
    default:
      throw new TypeError(`canonical JSON cannot hold ${typeof value}`);
  }
}

/** Text that JSON writes as it stands: a test that saves most of the time that hashing an event takes. */
const plainText = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function canonicalText(value: string): string {
  if (plainText.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('canonical JSON holds well-formed text only');
  return JSON.stringify(value);
}

function canonicalList(list: readonly unknown[]): string {
  let text = '';
  for (const item of list) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
  return `[${text}]`;
}

function canonicalObject(value: object): string {
  const entries = value as Record<string, unknown>;
  let text = '';
  for (const key of sortedKeys(value)) {
    const part = `${canonicalText(key)}:${canonicalJson(entries[key])}`;
    text += text === '' ? part : `,${part}`;
  }
  return `{${text}}`;
}

/** What was read from canonical text has its keys in order already. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  let before = '';
  for (const key of keys) {
    if (key < before) return keys.sort();
    before = key;
  }
  return keys;
}
