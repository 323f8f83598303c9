import type { Operator } from './operator.ts';
import { bracketed } from './phrase.ts';
import { daysFrom } from './time-value.ts';
import { wantTimes } from './type-rules.ts';
import type { Value } from './value.ts';

/** What tells the operators that order dates and moments apart; `days` lead from the first operand to the second. */
export interface TimeOrder {
  readonly name: string;
  readonly holds: (days: number) => boolean;
  readonly words: string;
  readonly opposite: string;
}

/** An operator that orders two dates or two moments, never one of each. */
export function timeOrder({ name, holds, words, opposite }: TimeOrder): Operator {
  const plain = (left: Value, right: Value) => {
    const days = daysFrom(left, right);
    return days === undefined ? undefined : holds(days);
  };
  return {
    name,
    arity: [2, 2],
    check: (operands, say) => {
      wantTimes(operands, say);
      return 'boolean';
    },
    compute: { kind: 'strict', bind: () => plain },
    plain,
    phrase: (operands) => operands.map(bracketed).join(` ${words} `),
    denial: (operands) => operands.map(bracketed).join(` ${opposite} `),
  };
}
