import { DomainError } from '../../../domain/error/domain-error.ts';
import { isBoundedJson } from '../../../domain/form/bounded-json.ts';
import { forbiddenKeyIn } from '../../../domain/form/forbidden-key.ts';

/**
 * The JSON a text holds, nested at most `maxDepth` deep, without keys that mean something to the language.
 * @throws DomainError MALFORMED naming line and column.
 */
export function parseJson(text: string, maxDepth: number): unknown {
  const value = parsed(text);
  if (!isBoundedJson(value, maxDepth))
    throw new DomainError(
      'MALFORMED',
      `Give JSON that is nested at most ${maxDepth} deep, in whole characters.`,
    );
  const key = forbiddenKeyIn(value);
  if (key !== undefined)
    throw new DomainError('MALFORMED', `The key “${key}” is not allowed anywhere. Leave it out.`);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column } = placeOf(error, text);
    throw new DomainError('MALFORMED', `The body is not JSON: see line ${line}, column ${column}.`, {
      details: [{ pointer: '', detail: `Not JSON at line ${line}, column ${column}.` }],
      data: { line, column },
    });
  }
}

/** Where reading stopped; the language names a position for some errors, a character for others, and the end for none. */
function placeOf(error: unknown, text: string): { line: number; column: number } {
  const words = error instanceof Error ? error.message : '';
  const named = /at position (\d+)/.exec(words)?.[1];
  const at = named === undefined ? firstUnreadable(text) : Number(named);
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}

const word = /\s+|[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where the text stops being made of JSON's words; its end when every word is one. */
function firstUnreadable(text: string): number {
  let at = 0;
  while (at < text.length) {
    word.lastIndex = at;
    const next = text[at] === '"' ? endOfString(text, at) : word.test(text) ? word.lastIndex : at;
    if (next === at) return at;
    at = next;
  }
  return at;
}

/** Behind the closing quote of the string that begins here; where it begins when it does not end as JSON wants. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') return at + 1;
    if (char < ' ') return start;
    if (char === '\\') at += 1;
  }
  return start;
}
