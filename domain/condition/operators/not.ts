import type { Operator } from '../grammar/operator.ts';
import { wantEach } from '../grammar/type-rules.ts';

/** The opposite of its operand; unknown stays unknown. */
export const not: Operator = {
  name: '!',
  arity: [1, 1],
  check: (operands, say) => {
    wantEach(operands, 'boolean', say);
    return 'boolean';
  },
  compute: {
    kind: 'strict',
    bind: () => (value) => (typeof value === 'boolean' ? !value : undefined),
  },
  phrase: ([operand]) => operand?.fails ?? '',
  denial: ([operand]) => operand?.holds ?? '',
};
