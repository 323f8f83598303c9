/** A value that JSON can hold without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 canonical JSON: keys sorted by UTF-16 code units, numbers as ECMAScript prints them.
 * @throws TypeError on undefined, functions, non-finite numbers and lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON holds finite numbers only');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('canonical JSON holds well-formed text only');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`canonical JSON cannot hold ${typeof value}`);
}

function canonicalObject(value: object): string {
  const entries = value as Record<string, unknown>;
  const parts = Object.keys(entries)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(entries[key])}`);
  return `{${parts.join(',')}}`;
}
