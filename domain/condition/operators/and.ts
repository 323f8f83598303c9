import { buildJunction } from '../grammar/junction.ts';
import type { Operator } from '../grammar/operator.ts';
import { bracketedStatement } from '../grammar/phrase.ts';
import { wantEach } from '../grammar/type-rules.ts';
import type { Value } from '../grammar/value.ts';

/** True when every operand is; false when one is, whatever the unknown ones would say (Kleene). */
export const and: Operator = {
  name: 'and',
  arity: [1, Number.POSITIVE_INFINITY],
  check: (operands, say) => {
    wantEach(operands, 'boolean', say);
    return 'boolean';
  },
  compute: {
    kind: 'lazy',
    build: buildJunction(false),
    combine: conjunction,
  },
  phrase: (operands) => operands.map(bracketedStatement).join(' and '),
  joins: true,
};

function conjunction(values: readonly (Value | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.every((value) => value === true) ? true : undefined;
}
