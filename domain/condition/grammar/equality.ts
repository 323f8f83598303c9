import type { Operator } from './operator.ts';
import { bracketed, type Phrase } from './phrase.ts';
import { wantEqualKinds } from './type-rules.ts';
import type { Value } from './value.ts';

/** The operator of equality or, with `wanted` false, of its opposite under a name; values of two types give nothing. */
export function equality(name: string, wanted: boolean): Operator {
  const compare = (left: Value, right: Value) =>
    typeof left === typeof right && typeof left !== 'object' ? (left === right) === wanted : undefined;
  const is = (operands: readonly Phrase[]) => operands.map(bracketed).join(' is ');
  const isNot = (operands: readonly Phrase[]) => operands.map(bracketed).join(' is not ');
  return {
    name,
    arity: [2, 2],
    check: (operands, say) => {
      wantEqualKinds(operands, say);
      return 'boolean';
    },
    compute: { kind: 'strict', bind: () => compare },
    phrase: wanted ? is : isNot,
    denial: wanted ? isNot : is,
  };
}
