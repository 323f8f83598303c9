import type { Operator } from './operator.ts';
import { bracketed, type Phrase } from './phrase.ts';
import { wantEach } from './type-rules.ts';

/** What tells the four operators of order apart. */
export interface Ordering {
  readonly name: string;
  readonly holds: (left: number, right: number) => boolean;
  readonly words: string;
  readonly opposite: string;
  /** Words around the middle of three operands; only two operands are taken when absent. */
  readonly between?: readonly [string, string];
}

/** An operator that orders numbers, and nothing but numbers; with three operands the middle one lies between the others. */
export function ordering({ name, holds, words, opposite, between }: Ordering): Operator {
  const say = (operands: readonly Phrase[], middle: string) => {
    const [low = '', second = '', high = ''] = operands.map(bracketed);
    if (operands.length === 2 || between === undefined) return `${low} ${middle} ${second}`;
    return `${second} ${between[0]} ${low} ${between[1]} ${high}`;
  };
  return {
    name,
    arity: [2, between === undefined ? 2 : 3],
    check: (operands, report) => {
      wantEach(operands, 'number', report);
      return 'boolean';
    },
    compute: {
      kind: 'strict',
      bind: (operands) =>
        operands.length === 2
          ? (left, right) =>
              typeof left === 'number' && typeof right === 'number' ? holds(left, right) : undefined
          : (low, value, high) =>
              typeof low === 'number' && typeof value === 'number' && typeof high === 'number'
                ? holds(low, value) && holds(value, high)
                : undefined,
    },
    phrase: (operands) => say(operands, words),
    denial: (operands) => (operands.length === 2 ? say(operands, opposite) : `not (${say(operands, words)})`),
  };
}
