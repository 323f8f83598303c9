import { seersOf } from '../../form/may-see-field.ts';
import { type Text, textIn } from '../../form/text-schema.ts';
import type { CaseWorld } from './case-world.ts';

/**
 * A designer's text with each `{{fact}}` filled in from the facts; what is not known is shown as a dash, and so is what the form does not
 * show to everybody who reads the case, since everybody reads this.
 */
export function filledText(text: Text, world: Pick<CaseWorld, 'definition' | 'facts'>): string {
  const { form } = world.definition.document;
  const kept = new Set(form.fields.filter((field) => seersOf(field) !== undefined).map(({ id }) => id));
  return textIn(text, form.language).replace(
    /\{\{\s*([A-Za-z][A-Za-z0-9_.]*)\s*\}\}/g,
    (_whole, key: string) => {
      if (kept.has(key.split('.', 1)[0] ?? key)) return '–';
      const value = Object.hasOwn(world.facts.values, key) ? world.facts.values[key] : undefined;
      if (value === undefined) return '–';
      return Array.isArray(value)
        ? value.filter((each) => typeof each === 'string').join(', ')
        : String(value);
    },
  );
}
