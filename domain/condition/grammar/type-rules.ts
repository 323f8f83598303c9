import { type Kind, kindInWords, type Operand, operandInWords } from './operand.ts';
import type { Say } from './operator.ts';
import { dayNumber, momentOf } from './time-value.ts';

/** Reports every operand that is not of the wanted kind. */
export function wantEach(operands: readonly Operand[], kind: Kind, say: Say): void {
  for (const index of operands.keys()) want(operands, index, kind, say);
}

/** Reports the operand at an index when it is not of the wanted kind, with the operator that would take it if there is one. */
export function want(operands: readonly Operand[], index: number, kind: Kind, say: Say): void {
  const operand = operands[index];
  if (operand === undefined || operand.kind === kind || operand.kind === 'anything') return;
  const message = `${operandInWords(operand)}; ${kindInWords(kind)} is needed here`;
  say(index, message, mendFor(operand.kind, kind));
}

/** Reports two operands that cannot be equal because they are of different kinds, or of a kind that has no equality. */
export function wantEqualKinds(operands: readonly Operand[], say: Say): void {
  const [left, right] = operands;
  if (left === undefined || right === undefined) return;
  for (const [index, operand] of operands.entries()) {
    if (!isScalarKind(operand.kind)) {
      say(
        index,
        `${operandInWords(operand)} and cannot be compared as a whole`,
        'use has, has_any, has_all or count',
      );
      return;
    }
  }
  if (!meet(left, right)) {
    say(null, `${operandInWords(left)}, but ${operandInWords(right)}`, 'compare values of the same kind');
    return;
  }
  wantOption(left, right, 1, say);
  wantOption(right, left, 0, say);
}

/** Reports literals that are not among the options of the fact they are held against. */
export function wantOption(chooser: Operand, constant: Operand, index: number, say: Say): void {
  if (chooser.options === undefined || constant.literal === undefined) return;
  const literals = Array.isArray(constant.literal) ? constant.literal : [constant.literal];
  for (const literal of literals) {
    if (typeof literal !== 'string' || chooser.options.includes(literal)) continue;
    const mend = `use one of: ${chooser.options.join(', ')}`;
    say(index, `"${literal}" is not an option of "${chooser.fact}"`, mend);
  }
}

/** Reports operands that are not two dates or two moments; a literal is a date or a moment by its form. */
export function wantTimes(operands: readonly Operand[], say: Say): void {
  const scales = operands.map(timeScale);
  for (const [index, operand] of operands.entries()) {
    if (scales[index] !== undefined) continue;
    const mend = 'use a date fact, a date such as "2026-03-05", or a moment such as "2026-03-05T09:00:00Z"';
    say(index, `${operandInWords(operand)}; a date or a moment is needed here`, mend);
    return;
  }
  const [left, right] = scales;
  if (left !== right && left !== 'anything' && right !== 'anything')
    say(
      null,
      'a date and a moment cannot be compared',
      'hold dates against time.today and moments against time.now',
    );
}

/** True when two operands can be equal: the same kind, or a date and a literal in the form of a date. */
export function meet(left: Operand, right: Operand): boolean {
  if (left.kind === 'anything' || right.kind === 'anything' || left.kind === right.kind) return true;
  return isDateLiteralFor(left, right) || isDateLiteralFor(right, left);
}

function isDateLiteralFor(date: Operand, text: Operand): boolean {
  if (date.kind !== 'date') return false;
  const literals = Array.isArray(text.literal) ? text.literal : [text.literal];
  return literals.every((literal) => typeof literal === 'string' && dayNumber(literal) !== undefined);
}

function isScalarKind(kind: Kind): boolean {
  return kind !== 'texts' && kind !== 'numbers' && kind !== 'rows';
}

function timeScale(operand: Operand): 'date' | 'instant' | 'anything' | undefined {
  const { kind, literal } = operand;
  if (kind === 'date' || kind === 'instant' || kind === 'anything') return kind;
  if (typeof literal !== 'string') return undefined;
  if (dayNumber(literal) !== undefined) return 'date';
  return momentOf(literal) === undefined ? undefined : 'instant';
}

function mendFor(kind: Kind, wanted: Kind): string {
  if (wanted === 'number' && (kind === 'date' || kind === 'instant'))
    return 'use before, after, days_until or days_between for dates and moments';
  if (wanted === 'number' && kind === 'text') return 'write the number without quotes, or use a number fact';
  if (wanted === 'number') return 'use a number fact, or count for the length of a list';
  if (wanted === 'boolean') return 'compare it with something, or use present to ask whether it is there';
  if (wanted === 'text' && kind === 'texts') return 'use has, has_any or has_all for lists';
  return `use a fact that is ${kindInWords(wanted)}`;
}
