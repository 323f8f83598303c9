import type { FactCatalogue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import type { Problem } from './grammar/problem.ts';
import { readCondition } from './read-condition.ts';

/**
 * Everything wrong with a condition over these facts, each with its place and a mend; empty when it may be used.
 * It takes any JSON at all and never throws.
 */
export function checkCondition(json: Json, catalogue: FactCatalogue): readonly Problem[] {
  return readCondition(json, catalogue).problems;
}
