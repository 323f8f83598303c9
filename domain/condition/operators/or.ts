import { buildJunction } from '../grammar/junction.ts';
import type { Operator } from '../grammar/operator.ts';
import { bracketedStatement } from '../grammar/phrase.ts';
import { wantEach } from '../grammar/type-rules.ts';
import type { Value } from '../grammar/value.ts';

/** True when one operand is, whatever the unknown ones would say; false when every one is (Kleene). */
export const or: Operator = {
  name: 'or',
  arity: [1, Number.POSITIVE_INFINITY],
  check: (operands, say) => {
    wantEach(operands, 'boolean', say);
    return 'boolean';
  },
  compute: {
    kind: 'lazy',
    build: buildJunction(true),
    combine: disjunction,
  },
  phrase: (operands) => operands.map(bracketedStatement).join(' or '),
  joins: true,
};

function disjunction(values: readonly (Value | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.every((value) => value === false) ? false : undefined;
}
