import { type Kind, kindInWords, type Operand } from '../grammar/operand.ts';
import type { Operator, Say } from '../grammar/operator.ts';
import { bracketed, bracketedStatement } from '../grammar/phrase.ts';
import { meet, want } from '../grammar/type-rules.ts';
import type { Value } from '../grammar/value.ts';

/** The value after the first true condition, else the last one; unknown as soon as a condition on the way is. */
export const ifThen: Operator = {
  name: 'if',
  arity: [3, Number.POSITIVE_INFINITY, 2],
  check: checkBranches,
  compute: {
    kind: 'lazy',
    build: (operands) => (facts) => {
      const last = operands.length - 1;
      for (let index = 0; index < last; index += 2) {
        const value = operands[index]?.(facts);
        if (value === true) return operands[index + 1]?.(facts);
        if (value !== false) return undefined;
      }
      return operands[last]?.(facts);
    },
    combine: (values) => {
      const index = decisive(values);
      return isCondition(index, values.length) ? undefined : values[index];
    },
    blame: decisive,
  },
  phrase: (operands) => {
    const parts: string[] = [];
    for (let index = 0; index + 1 < operands.length; index += 2) {
      const [condition, value] = [operands[index], operands[index + 1]];
      if (condition && value) parts.push(`if ${bracketedStatement(condition)} then ${bracketed(value)}`);
    }
    const otherwise = operands.at(-1);
    return `${parts.join(', ')}, otherwise ${otherwise === undefined ? '' : bracketed(otherwise)}`;
  },
  joins: true,
};

function checkBranches(operands: readonly Operand[], say: Say): Kind {
  const last = operands.length - 1;
  let kind: Kind = 'anything';
  let first: Operand | undefined;
  for (const [index, operand] of operands.entries()) {
    if (isCondition(index, operands.length)) want(operands, index, 'boolean', say);
    else if (first === undefined || first.kind === 'anything') first = operand;
    else if (!meet(first, operand))
      say(
        index,
        `one branch is ${kindInWords(first.kind)}, this one ${kindInWords(operand.kind)}`,
        'give every branch the same kind',
      );
    if (index === last || !isCondition(index, operands.length)) kind = dateOverText(kind, operand.kind);
  }
  return kind;
}

/** A date literal reads as text; beside a date it is one. */
function dateOverText(kind: Kind, next: Kind): Kind {
  return kind === 'anything' || next === 'date' ? next : kind;
}

function isCondition(index: number, length: number): boolean {
  return index % 2 === 0 && index < length - 1;
}

/** The branch that is taken, or the first condition that is not known. */
function decisive(values: readonly (Value | undefined)[]): number {
  for (let index = 0; index + 1 < values.length; index += 2) {
    if (values[index] === true) return index + 1;
    if (values[index] !== false) return index;
  }
  return values.length - 1;
}
