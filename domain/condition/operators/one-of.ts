import { holds, stepPerItem, wantItemOf } from '../grammar/list-rules.ts';
import { type Kind, type Operand, operandInWords } from '../grammar/operand.ts';
import type { Operator, Say } from '../grammar/operator.ts';
import { bracketed, type Phrase } from '../grammar/phrase.ts';
import type { Value } from '../grammar/value.ts';

const lists: ReadonlySet<Kind> = new Set(['texts', 'numbers', 'anything']);
const noItems: ReadonlySet<Kind> = new Set(['boolean', 'texts', 'numbers', 'rows']);

/** True when a value is an item of a list, written or read from a fact; it never looks inside a text. */
export const oneOf: Operator = {
  name: 'in',
  arity: [2, 2],
  check: (operands, say) => {
    const [value, list] = operands;
    if (value !== undefined && list !== undefined) checkMembership(value, list, say);
    return 'boolean';
  },
  compute: { kind: 'strict', bind: bindMembership, steps: stepsOfMembership },
  phrase: (operands) => say(operands, 'is one of', 'is', 'includes'),
  denial: (operands) => say(operands, 'is none of', 'is not', 'does not include'),
};

function checkMembership(value: Operand, list: Operand, report: Say): void {
  const problem = misuse(value, list);
  if (problem === undefined) wantItemOf(value, list, report);
  else report(...problem);
}

function misuse(value: Operand, list: Operand): Parameters<Say> | undefined {
  const noList = `${operandInWords(list)}; a list is needed here`;
  if (list.kind === 'text') return [1, noList, 'use contains to look inside a text'];
  if (!lists.has(list.kind)) return [1, noList, 'write a list such as ["a", "b"]'];
  if (!noItems.has(value.kind)) return undefined;
  return [0, `${operandInWords(value)} and cannot be an item`, 'use has_any or has_all for two lists'];
}

/** A list that is written out is a set, whatever its length. */
function stepsOfMembership([, list]: readonly Operand[]): ((size: number) => number) | undefined {
  return list?.literal === undefined ? stepPerItem() : undefined;
}

function bindMembership([, list]: readonly Operand[]): (value: Value, list: Value) => boolean | undefined {
  if (!Array.isArray(list?.literal)) return (value, items) => holds(items, value);
  const items = new Set<unknown>(list.literal);
  const type = typeof list.literal[0];
  return (value) => (typeof value === type ? items.has(value) : undefined);
}

function say(operands: readonly Phrase[], many: string, single: string, inFact: string): string {
  const [value, list] = operands;
  if (value === undefined || list === undefined) return '';
  if (!Array.isArray(list.literal)) return `${list.text} ${inFact} ${bracketed(value)}`;
  return `${bracketed(value)} ${list.literal.length === 1 ? single : many} ${list.text}`;
}
