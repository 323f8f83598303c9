import type { FactCatalogue } from '../fact/fact.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { Json } from '../hash/canonical-json.ts';
import { guardSteps, refusalOfProblems } from './compile-condition.ts';
import { compileNode } from './compile-node.ts';
import { dayNumber } from './grammar/time-value.ts';
import { readExpression } from './read-condition.ts';

/** The kinds of value an expression may be asked for; a date is `YYYY-MM-DD`. */
export type ExpressionType = 'number' | 'text' | 'boolean' | 'date';

/** What an expression was worth. */
export type ExpressionValue = number | string | boolean;

/** An expression ready to be asked; undefined is unknown, and also stands for a value of another type than the one wanted. */
export interface CompiledValue {
  /** @throws LIMIT_EXCEEDED when the facts make it cost too many steps. */
  readonly evaluate: (facts: FactSet) => ExpressionValue | undefined;
}

/**
 * Turns a stored expression into closures, once, with the operators, limits and three values of conditions; with a
 * catalogue its types are checked too.
 * @throws CONDITION_INVALID with every problem, its place and its mend.
 */
export function compileValue(
  expression: Json,
  type: ExpressionType,
  catalogue?: FactCatalogue,
): CompiledValue {
  const { node, problems } = readExpression(expression, type, catalogue);
  if (node === undefined) throw refusalOfProblems(problems);
  const compiled = compileNode(node);
  return {
    evaluate: (facts) => {
      guardSteps(compiled, facts);
      return ofType(compiled.evaluate(facts), type);
    },
  };
}

function ofType(value: unknown, type: ExpressionType): ExpressionValue | undefined {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  return type === 'text' || dayNumber(value) !== undefined ? value : undefined;
}
