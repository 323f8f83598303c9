import { stepPerItem, wantTwoLists } from '../grammar/list-rules.ts';
import type { Operator } from '../grammar/operator.ts';
import { bracketed } from '../grammar/phrase.ts';
import { isTexts, type Value } from '../grammar/value.ts';

/** True when a list of text has at least one of the items of another. */
export const hasAny: Operator = {
  name: 'has_any',
  arity: [2, 2],
  check: (operands, say) => {
    wantTwoLists(operands, say);
    return 'boolean';
  },
  compute: { kind: 'strict', bind: () => meets, steps: stepPerItem },
  plain: meets,
  phrase: (operands) => operands.map(bracketed).join(' includes any of '),
  denial: (operands) => operands.map(bracketed).join(' includes none of '),
};

function meets(list: Value, wanted: Value): boolean | undefined {
  if (!isTexts(list) || !isTexts(wanted)) return undefined;
  const items = new Set(list);
  return wanted.some((item) => items.has(item));
}
