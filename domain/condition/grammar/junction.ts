import type { Evaluate, LazyCompute } from './operator.ts';

/** Builds a Kleene junction: `decisive` as soon as one operand is, its opposite when all are, else unknown. */
export function buildJunction(decisive: boolean): LazyCompute['build'] {
  const opposite = !decisive;
  return (operands) => {
    const [first, second] = operands;
    if (operands.length === 2 && first !== undefined && second !== undefined)
      return pair(first, second, decisive);
    return (facts) => {
      let isSettled = true;
      for (const operand of operands) {
        const value = operand(facts);
        if (value === decisive) return decisive;
        if (value !== opposite) isSettled = false;
      }
      return isSettled ? opposite : undefined;
    };
  };
}

function pair(first: Evaluate, second: Evaluate, decisive: boolean): Evaluate {
  const opposite = !decisive;
  return (facts) => {
    const left = first(facts);
    if (left === decisive) return decisive;
    const right = second(facts);
    if (right === decisive) return decisive;
    return left === opposite && right === opposite ? opposite : undefined;
  };
}
