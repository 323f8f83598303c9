import type { Detail } from '../error/domain-error.ts';

/** What became of one raw value: the value as it is stored, or what is wrong with it (pointers start at the value). */
export type Parsed<V> = { readonly value: V } | { readonly problems: readonly Detail[] };

/** A refused value with the one sentence that says what to do. */
export function refused(detail: string, pointer = ''): { readonly problems: readonly Detail[] } {
  return { problems: [{ pointer, detail }] };
}

/** True for what counts as not answered: nothing, null, an empty list, and text without a visible character. */
export function isBlank(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  if (typeof raw === 'string') return /^[\s\p{Cf}]*$/u.test(raw);
  return Array.isArray(raw) && raw.length === 0;
}
