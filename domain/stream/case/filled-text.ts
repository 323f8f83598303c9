import type { Form } from '../../form/form-schema.ts';
import { seersOf } from '../../form/may-see-field.ts';
import { optionAnywhere, optionLabel, optionsOf } from '../../form/option.ts';
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
      const chosen = optionIn(form, key, value);
      if (chosen !== undefined) return chosen;
      return Array.isArray(value)
        ? value.filter((each) => typeof each === 'string').join(', ')
        : String(value);
    },
  );
}

/** What was chosen, by the label people chose it by. */
function optionIn(form: Form, key: string, value: unknown): string | undefined {
  const field = form.fields.find(({ id }) => id === key);
  switch (field?.kind) {
    case 'computed':
      return optionAnywhere(form, value, form.language);
    case 'choice':
    case 'multi_choice':
      return (Array.isArray(value) ? value : [value])
        .map((id) => optionLabel(optionsOf(field, form), String(id), form.language))
        .join(', ');
    default:
      return undefined;
  }
}
