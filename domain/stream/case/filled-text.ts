import { type Text, textIn } from '../../form/text-schema.ts';
import type { CaseWorld } from './case-world.ts';

/** A designer's text with each `{{fact}}` filled in from the facts; what is not known is shown as a dash. */
export function filledText(text: Text, world: Pick<CaseWorld, 'definition' | 'facts'>): string {
  const plain = textIn(text, world.definition.document.form.language);
  return plain.replace(/\{\{\s*([A-Za-z][A-Za-z0-9_.]*)\s*\}\}/g, (_whole, key: string) => {
    const value = Object.hasOwn(world.facts.values, key) ? world.facts.values[key] : undefined;
    if (value === undefined) return '–';
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : String(value);
  });
}
