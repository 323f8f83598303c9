import type { FactValue } from './fact.ts';

/**
 * The facts of one decision: a frozen, null-prototype map of present values.
 * A key that is absent is missing; `failed` says of some of those why (a provider that failed or timed out).
 */
export interface FactSet {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly failed: Readonly<Record<string, string>>;
}

/** Freezes values into a fact set; `undefined`, `null`, empty text and NaN count as missing and are left out. */
export function factSet(
  values: Readonly<Record<string, unknown>>,
  failed: Readonly<Record<string, string>> = {},
): FactSet {
  const present: Record<string, FactValue> = Object.create(null);
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (value === undefined || value === null || value === '' || Number.isNaN(value)) continue;
    present[key] = value as FactValue;
  }
  return Object.freeze({ values: Object.freeze(present), failed: Object.freeze({ ...failed }) });
}
