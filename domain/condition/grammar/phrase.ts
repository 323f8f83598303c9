import { dayNumber } from './time-value.ts';
import type { Scalar } from './value.ts';

/** One node in plain English: as a value, as a statement that holds, and as one that does not. */
export interface Phrase {
  readonly text: string;
  readonly holds: string;
  readonly fails: string;
  /** True when the words want brackets inside a joined phrase. */
  readonly joined: boolean;
  /** The literal, for operators that word some constants differently. */
  readonly literal?: Scalar | readonly Scalar[];
}

/** The phrase as a value, in brackets where it would run into its neighbours. */
export function bracketed(phrase: Phrase): string {
  return phrase.joined ? `(${phrase.text})` : phrase.text;
}

/** The phrase as a statement, in brackets where it would run into its neighbours. */
export function bracketedStatement(phrase: Phrase): string {
  return phrase.joined ? `(${phrase.holds})` : phrase.holds;
}

/** A fact's label as it reads in the middle of a sentence: "Spend per year" → "spend per year", "VAT number" stays. */
export function labelInSentence(label: string): string {
  const [first = '', second = ''] = label;
  const isAcronym = second !== second.toLowerCase();
  return isAcronym ? label : first.toLowerCase() + label.slice(first.length);
}

/** A literal as people write it: 10,000; 5 March 2026; yes; text as it is. */
export function literalInWords(literal: Scalar | readonly Scalar[]): string {
  if (typeof literal === 'boolean') return literal ? 'yes' : 'no';
  if (typeof literal === 'number') return numberInWords(literal);
  if (typeof literal === 'string') return dateInWords(literal);
  return literal.map(literalInWords).join(', ');
}

/** A literal text in quotes, for operators that look inside a text. */
export function quoted(phrase: Phrase | undefined): string {
  return typeof phrase?.literal === 'string' ? `“${phrase.literal}”` : (phrase?.text ?? '');
}

function numberInWords(value: number): string {
  const digits = String(value);
  const [whole = '', fraction] = digits.split('.');
  if (!/^-?\d+$/.test(whole)) return digits;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function dateInWords(text: string): string {
  if (dayNumber(text) === undefined) return text;
  return `${Number(text.slice(8))} ${months[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)}`;
}
