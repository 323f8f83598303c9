import { checkCondition } from '../condition/check-condition.ts';
import { blocks, type Problem } from '../error/problem.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import { isBoundedJson } from '../form/bounded-json.ts';

/** Everything wrong with a condition that stands at a place of the definition; none at all is fine. */
export function conditionProblems(
  pointer: string,
  condition: unknown,
  catalogue: FactCatalogue,
): readonly Problem[] {
  if (condition === undefined) return [];
  if (!isBoundedJson(condition, 100))
    return [blocks(pointer, 'this is not a condition', 'write {"==": [{"var": "field"}, "value"]}')];
  return checkCondition(condition, catalogue).map(({ path, message, mend }) =>
    blocks(`${pointer}${path}`, message, mend),
  );
}
