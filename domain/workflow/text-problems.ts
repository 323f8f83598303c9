import { blocks, type Problem } from '../error/problem.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import type { Text } from '../form/text-schema.ts';

const place = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The facts a text with `{{places}}` names that nobody provides. */
export function textProblems(
  pointer: string,
  text: Text | undefined,
  catalogue: FactCatalogue,
): readonly Problem[] {
  const texts = typeof text === 'string' ? [text] : Object.values(text ?? {});
  const keys = new Set(texts.flatMap((one) => [...one.matchAll(place)].map(([, key]) => key ?? '')));
  return [...keys]
    .filter((key) => !catalogue.has(key))
    .map((key) => blocks(pointer, `the text names “${key}”, which is no fact`, 'name a field or a fact'));
}
