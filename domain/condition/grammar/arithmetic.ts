import type { Operand } from './operand.ts';
import type { Apply, Operator } from './operator.ts';
import { bracketed, type Phrase } from './phrase.ts';
import { wantEach } from './type-rules.ts';

/** What tells the four operators of arithmetic apart. */
export interface Arithmetic {
  readonly name: string;
  readonly arity: readonly [number, number];
  readonly step: (left: number, right: number) => number;
  readonly words: string;
  /** Result and words for a single operand; the operand itself when absent. */
  readonly single?: { readonly step: (value: number) => number; readonly words: string };
}

/** An operator on numbers from left to right; a result that is no finite number (a quotient by zero) is unknown. */
export function arithmetic({ name, arity, step, words, single }: Arithmetic): Operator {
  const alone: Apply = (value) => finite(value, (number) => (single ? single.step(number) : number));
  const pair: Apply = (left, right) =>
    typeof left === 'number' ? finite(right, (number) => step(left, number)) : undefined;
  const many: Apply = (...values) => {
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length < values.length) return undefined;
    return finite(numbers.reduce(step), (number) => number);
  };
  return {
    name,
    arity,
    check: (operands, say) => {
      wantEach(operands, 'number', say);
      return 'number';
    },
    compute: { kind: 'strict', bind: (operands) => chosen(operands, alone, pair, many) },
    phrase: (operands) => sentence(operands, words, single?.words),
    joins: true,
  };
}

function chosen(operands: readonly Operand[], alone: Apply, pair: Apply, many: Apply): Apply {
  if (operands.length === 1) return alone;
  return operands.length === 2 ? pair : many;
}

function finite(value: unknown, then: (value: number) => number): number | undefined {
  if (typeof value !== 'number') return undefined;
  const result = then(value);
  // Adding 0 turns -0, which JSON cannot keep, into 0.
  return Number.isFinite(result) ? result + 0 : undefined;
}

function sentence(operands: readonly Phrase[], words: string, single: string | undefined): string {
  const text = operands.map(bracketed).join(` ${words} `);
  return operands.length === 1 && single !== undefined ? `${single} ${text}` : text;
}
