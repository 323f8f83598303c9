import type { CompiledNode } from './compiled-node.ts';
import type { Apply, Evaluate } from './grammar/operator.ts';
import type { Value } from './grammar/value.ts';

/** Evaluates an operation that is unknown as soon as one of its operands is. */
export function strictEvaluate(apply: Apply, operands: readonly CompiledNode[]): Evaluate {
  const [first, second] = operands;
  if (operands.length === 1 && first !== undefined) return unary(apply, first.evaluate);
  if (operands.length === 2 && first !== undefined && second !== undefined)
    return binary(apply, first, second);
  return (facts) => {
    const values: Value[] = [];
    for (const operand of operands) {
      const value = operand.evaluate(facts);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return apply(...values);
  };
}

function unary(apply: Apply, operand: Evaluate): Evaluate {
  return (facts) => {
    const value = operand(facts);
    return value === undefined ? undefined : apply(value);
  };
}

/** A fact against a constant is by far the most frequent operation, so it is spared two calls. */
function binary(apply: Apply, first: CompiledNode, second: CompiledNode): Evaluate {
  const { fact } = first.operand;
  const { literal } = second.operand;
  if (fact !== undefined && literal !== undefined)
    return (facts) => {
      const value = facts.values[fact];
      return value === undefined ? undefined : apply(value, literal);
    };
  return (facts) => {
    const left = first.evaluate(facts);
    if (left === undefined) return undefined;
    const right = second.evaluate(facts);
    return right === undefined ? undefined : apply(left, right);
  };
}
