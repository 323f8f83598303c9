import type { FactValue } from './fact.ts';

/**
 * The facts of one decision: a frozen, null-prototype map of present values.
 * A key that is absent is missing; `failed` says of some of those why (a provider that failed or timed out).
 */
export interface FactSet {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly failed: Readonly<Record<string, string>>;
}

/**
 * Copies and freezes values into a fact set.
 * `undefined`, `null`, empty text and numbers that are not finite count as missing and are left out; an empty list stays.
 */
export function factSet(
  values: Readonly<Record<string, unknown>>,
  failed: Readonly<Record<string, string>> = {},
): FactSet {
  const present: Record<string, FactValue> = Object.create(null);
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (isMissing(value)) continue;
    present[key] = (Array.isArray(value) ? Object.freeze([...value]) : value) as FactValue;
  }
  const reasons: Record<string, string> = Object.assign(Object.create(null), failed);
  return Object.freeze({ values: Object.freeze(present), failed: Object.freeze(reasons) });
}

function isMissing(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return value === undefined || value === null || value === '';
}
