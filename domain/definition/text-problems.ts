import { blocks, type Problem } from '../error/problem.ts';
import { isPlainLine, isPlainText } from '../fact/plain-text.ts';
import { escapePointer } from '../form/escape-pointer.ts';

/** Names and labels: they stand in lines, lists and subjects of mail. */
const lines: ReadonlySet<string> = new Set(['title', 'caseTitle', 'label', 'name', 'unit']);
/** Below these stand values under names of the designer's own. */
const values: ReadonlySet<string> = new Set(['given', 'expect', 'with']);

/** Where a text stands, and what it may be there. */
interface Place {
  readonly pointer: string;
  readonly kind: 'line' | 'text' | 'value';
}

/** Texts and names of a document that hold control characters, or more than one line where one is shown. */
export function textProblems(document: unknown, place: Place = { pointer: '', kind: 'text' }): Problem[] {
  if (typeof document === 'string') return problemOf(document, place);
  if (typeof document !== 'object' || document === null) return [];
  const isList = Array.isArray(document);
  return Object.entries(document).flatMap(([key, value]) => {
    const pointer = `${place.pointer}/${escapePointer(key)}`;
    if (!isPlainLine(key)) return [blocks(pointer, 'a name holds control characters', 'write it anew')];
    return textProblems(value, { pointer, kind: isList ? place.kind : kindBelow(place.kind, key) });
  });
}

function kindBelow(kind: Place['kind'], key: string): Place['kind'] {
  if (kind === 'value' || values.has(key)) return 'value';
  return kind === 'line' || lines.has(key) ? 'line' : 'text';
}

function problemOf(text: string, { pointer, kind }: Place): Problem[] {
  if (!isPlainText(text))
    return [blocks(pointer, 'the text contains control characters', 'remove them, or type it again')];
  if (kind !== 'line' || isPlainLine(text)) return [];
  return [blocks(pointer, 'the text has more than one line', 'give one line')];
}
