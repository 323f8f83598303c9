import type { FactDeclaration, FactType } from '../fact/fact.ts';
import type { FieldBase } from './field-kind.ts';
import type { FormContext } from './form-context.ts';
import { textIn } from './text-schema.ts';

/** The declaration of a fact a field gives: `key` is the field's id, with `.part` behind it where a part is named; `as` words the part. */
export function declareFact(
  field: FieldBase,
  form: FormContext,
  type: FactType,
  more: { part?: string; as?: string; options?: readonly string[] } = {},
): FactDeclaration {
  const label = textIn(field.label ?? field.id, form.language);
  return {
    key: more.part === undefined ? field.id : `${field.id}.${more.part}`,
    type,
    origin: 'form',
    label: more.part === undefined ? label : `${label} ${more.as ?? `(${more.part})`}`,
    ...(more.options === undefined ? {} : { options: more.options }),
    ...(field.sensitive === true ? { sensitive: true } : {}),
  };
}
