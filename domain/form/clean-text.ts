import { isPlainText, textWords } from '../fact/plain-text.ts';
import { type Parsed, refused } from './parsed.ts';

/** What a text may be; lengths are counted in characters (code points). */
export interface TextRule {
  readonly lines: 'one' | 'many';
  readonly minLength?: number | undefined;
  readonly maxLength: number;
}

/** The text as it is stored: NFC, line ends as \n, no white space around; refused with what to do if the rule forbids it. */
export function cleanText(raw: unknown, rule: TextRule): Parsed<string> {
  if (typeof raw !== 'string') return refused('Give text, in quotes.');
  if (!raw.isWellFormed()) return refused('Some characters are damaged: type the text again.');
  const value = raw.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (!isPlainText(value)) return refused(textWords);
  if (rule.lines === 'one' && /[\n\u2028\u2029]/.test(value)) return refused('Give one line of text.');
  const length = [...value].length;
  if (length > rule.maxLength)
    return refused(`Shorten this to ${rule.maxLength} characters; it has ${length}.`);
  if (rule.minLength !== undefined && length < rule.minLength)
    return refused(`Give at least ${rule.minLength} characters.`);
  return { value };
}
