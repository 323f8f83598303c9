import type { Operand } from './operand.ts';
import type { Say } from './operator.ts';
import { meet, want, wantOption } from './type-rules.ts';
import type { Value } from './value.ts';

/** Reports a first operand that is not a list of text or a second that is not a text it could hold. */
export function wantListAndText(operands: readonly Operand[], say: Say): void {
  const [list, text] = operands;
  want(operands, 0, 'texts', say);
  want(operands, 1, 'text', say);
  if (list?.kind === 'texts' && text !== undefined) wantOption(list, text, 1, say);
}

/** Reports operands that are not two lists of text, or constants the first list could never hold. */
export function wantTwoLists(operands: readonly Operand[], say: Say): void {
  const [list, wanted] = operands;
  want(operands, 0, 'texts', say);
  want(operands, 1, 'texts', say);
  if (list?.kind === 'texts' && wanted !== undefined) wantOption(list, wanted, 1, say);
}

/** Reports a value that is not of the kind of the list's items, or items that are no options of the value. */
export function wantItemOf(value: Operand, list: Operand, say: Say): void {
  const kind = list.kind === 'texts' ? 'text' : list.kind === 'numbers' ? 'number' : list.kind;
  const item: Operand = list.literal === undefined ? { kind } : { kind, literal: list.literal };
  if (!meet(value, item)) {
    say(
      null,
      'the value and the list hold different kinds of things',
      'list values of the kind of the first operand',
    );
    return;
  }
  wantOption(value, list, 1, say);
  wantOption(list, value, 0, say);
}

/** Whether a list holds a value; undefined when it is no list. */
export function holds(list: Value, value: Value): boolean | undefined {
  if (!Array.isArray(list)) return undefined;
  const items: readonly unknown[] = list;
  return items.includes(value);
}

/** One step for each item in the facts beneath. */
export const stepPerItem = () => (size: number) => size;
