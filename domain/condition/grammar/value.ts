import type { FactValue } from '../../fact/fact.ts';

/** A literal as it may stand in a condition. */
export type Scalar = string | number | boolean;

/** What a node of a condition can be worth; unknown is `undefined` and never a value. */
export type Value = FactValue | readonly Scalar[];

/** True for a list whose items are all text, the empty list included. */
export function isTexts(value: Value): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
