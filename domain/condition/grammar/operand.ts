import type { FactDeclaration } from '../../fact/fact.ts';
import type { Scalar } from './value.ts';

/**
 * What is known of a value before any fact is: `choice` facts are `text` with options, `choices` are `texts`.
 * `anything` stands for a fact without a declaration and for what has been refused already.
 */
export type Kind =
  | 'boolean'
  | 'number'
  | 'text'
  | 'date'
  | 'instant'
  | 'texts'
  | 'numbers'
  | 'rows'
  | 'anything';

/** One operand as the type rules see it; `literal` is set for constants, `fact` for `{"var": …}`. */
export interface Operand {
  readonly kind: Kind;
  readonly literal?: Scalar | readonly Scalar[];
  readonly fact?: string;
  readonly options?: readonly string[];
}

/** The kind of a declared fact, with its closed set of options if it has one. */
export function operandOfFact(declaration: FactDeclaration): Operand {
  const { key: fact, type, options } = declaration;
  const kind: Kind = type === 'choice' ? 'text' : type === 'choices' ? 'texts' : type;
  return options === undefined ? { kind, fact } : { kind, fact, options };
}

/** The kind of a literal. */
export function operandOfLiteral(literal: Scalar): Operand {
  const type = typeof literal;
  return { kind: type === 'string' ? 'text' : type === 'number' ? 'number' : 'boolean', literal };
}

const names: Readonly<Record<Kind, string>> = {
  boolean: 'yes or no',
  number: 'a number',
  text: 'text',
  date: 'a date',
  instant: 'a moment',
  texts: 'a list of text',
  numbers: 'a list of numbers',
  rows: 'a table',
  anything: 'anything',
};

/** A kind in plain words. */
export function kindInWords(kind: Kind): string {
  return names[kind];
}

/** An operand in plain words for a message: its fact or its literal, and what it is. */
export function operandInWords(operand: Operand): string {
  const name = names[operand.kind];
  if (operand.fact !== undefined) return `"${operand.fact}" is ${name}`;
  if (operand.literal !== undefined) return `${JSON.stringify(operand.literal)} is ${name}`;
  return `this is ${name}`;
}
