import { numberFromText } from './number-from-text.ts';
import { isBlank } from './parsed.ts';

/** Says in plain words what to do about a value that should be a number and is not. */
export function explainNotANumber(raw: unknown): string {
  if (typeof raw !== 'string' || isBlank(raw)) return 'Give a number.';
  if (numberFromText(raw) !== undefined) return 'Give the number without quotes.';
  const word = /\p{L}+/u.exec(raw)?.[0];
  if (word !== undefined) return `Give a number, without “${word.slice(0, 30).toWellFormed()}”.`;
  return 'Give a number in digits, such as 1250.50, 1,250.50 or 1 250.50.';
}
