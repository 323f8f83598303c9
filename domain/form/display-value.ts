import { fieldKind } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { optionAnywhere } from './option.ts';
import { textIn } from './text-schema.ts';
import type { Values } from './values.ts';

/** One answer in plain text. */
export interface DisplayedValue {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** The stored values in plain text and the form's order, labels and options in a language (the form's unless said). */
export function displayValues(form: Form, values: Values, language = form.language): DisplayedValue[] {
  const inLanguage = { ...form, language };
  return form.fields.flatMap((field) => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    if (value === undefined) return [];
    const label = textIn(field.label ?? field.id, language);
    const named = field.kind === 'computed' ? optionAnywhere(form, value, language) : undefined;
    return [{ id: field.id, label, text: named ?? fieldKind(field).display(value, field, inLanguage) }];
  });
}
