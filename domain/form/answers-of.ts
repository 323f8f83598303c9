import { isAsked } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { orderedValues, type Values } from './values.ts';

/** The stored values a person gave: without computed ones, ready to be handed in again. */
export function answersOf(form: Form, values: Values): Values {
  return orderedValues({ fields: form.fields.filter(isAsked) }, values);
}
