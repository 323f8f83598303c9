import { operandInWords } from '../grammar/operand.ts';
import type { Operator } from '../grammar/operator.ts';
import type { Value } from '../grammar/value.ts';

/** The number of items of a list, or of rows of a table. */
export const count: Operator = {
  name: 'count',
  arity: [1, 1],
  check: ([list], say) => {
    const countable = list?.kind === 'texts' || list?.kind === 'rows' || list?.kind === 'anything';
    if (list !== undefined && !countable)
      say(
        0,
        `${operandInWords(list)}; a list or a table is needed here`,
        'name a fact that is a list or a table',
      );
    return 'number';
  },
  compute: { kind: 'strict', bind: () => length },
  plain: length,
  phrase: ([list]) => `the number of ${list?.text}`,
};

function length(list: Value): number | undefined {
  return Array.isArray(list) ? list.length : undefined;
}
