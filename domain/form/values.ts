import type { Json } from '../hash/canonical-json.ts';

/** The stored values of a form by field id; a field without a value, or hidden, has no key. */
export type Values = Readonly<Record<string, Json>>;

/** The values of a form's fields in the order of its fields, whatever order they came in; other keys are left out. */
export function orderedValues(
  form: { readonly fields: readonly { readonly id: string }[] },
  values: Values,
): Values {
  const ordered: Record<string, Json> = {};
  for (const { id } of form.fields) {
    const value = values[id];
    if (value !== undefined) ordered[id] = value;
  }
  return ordered;
}
