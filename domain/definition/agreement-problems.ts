import { checkCondition } from '../condition/check-condition.ts';
import { agreesWithJsonLogic } from '../condition/json-logic-oracle.ts';
import { DomainError } from '../error/domain-error.ts';
import { blocks, type Problem } from '../error/problem.ts';
import { conditionsOf, type PlacedCondition } from './conditions-of.ts';
import type { DefinitionUnderCheck } from './definition-under-check.ts';

/** The same values for every check of the same definition. */
const seed = 20_260_101;
const samples = 100;

/** Usable conditions that another JSON-Logic evaluator would answer differently. */
export function agreementProblems({ definition, catalogue }: DefinitionUnderCheck): readonly Problem[] {
  return conditionsOf(definition).flatMap((placed) =>
    checkCondition(placed.condition, catalogue).length > 0 ? [] : disagreement(placed, catalogue),
  );
}

function disagreement(
  { pointer, condition }: PlacedCondition,
  catalogue: DefinitionUnderCheck['catalogue'],
): Problem[] {
  try {
    const found = agreesWithJsonLogic(condition, catalogue, { seed, samples });
    if (found === undefined) return [];
    const values = JSON.stringify(found.facts);
    return [
      blocks(
        pointer,
        `for ${values} this is ${found.ours} here and ${found.theirs} in JSON-Logic elsewhere`,
        'write it so that both agree',
      ),
    ];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [blocks(pointer, error.message, 'make the condition smaller')];
  }
}
