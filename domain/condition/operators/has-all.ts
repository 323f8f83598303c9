import { stepPerItem, wantTwoLists } from '../grammar/list-rules.ts';
import type { Operator } from '../grammar/operator.ts';
import { bracketed } from '../grammar/phrase.ts';
import { isTexts, type Value } from '../grammar/value.ts';

/** True when a list of text has every item of another. */
export const hasAll: Operator = {
  name: 'has_all',
  arity: [2, 2],
  check: (operands, say) => {
    wantTwoLists(operands, say);
    return 'boolean';
  },
  compute: { kind: 'strict', bind: () => covers, steps: stepPerItem },
  plain: covers,
  phrase: (operands) => operands.map(bracketed).join(' includes all of '),
  denial: (operands) => operands.map(bracketed).join(' does not include all of '),
};

function covers(list: Value, wanted: Value): boolean | undefined {
  if (!isTexts(list) || !isTexts(wanted)) return undefined;
  const items = new Set(list);
  return wanted.every((item) => items.has(item));
}
