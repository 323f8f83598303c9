import type { Reference } from './field-kind.ts';
import { fieldKind } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import type { Values } from './values.ts';

/** Everything stored values point at (people, teams, accounts, files), each with its pointer under `/values`. */
export function referencesOf(form: Form, values: Values): Reference[] {
  return form.fields.flatMap((field) => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    const found = value === undefined ? [] : (fieldKind(field).references?.(value, field) ?? []);
    return found.map((reference) => ({ ...reference, pointer: `/values/${field.id}${reference.pointer}` }));
  });
}
