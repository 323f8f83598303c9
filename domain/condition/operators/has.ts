import { holds, stepPerItem, wantListAndText } from '../grammar/list-rules.ts';
import type { Operator } from '../grammar/operator.ts';
import { bracketed } from '../grammar/phrase.ts';

/** True when a list of text has an item. */
export const has: Operator = {
  name: 'has',
  arity: [2, 2],
  check: (operands, say) => {
    wantListAndText(operands, say);
    return 'boolean';
  },
  compute: { kind: 'strict', bind: () => holds, steps: stepPerItem },
  plain: holds,
  phrase: (operands) => operands.map(bracketed).join(' includes '),
  denial: (operands) => operands.map(bracketed).join(' does not include '),
};
