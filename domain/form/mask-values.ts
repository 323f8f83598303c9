import type { Form } from './form-schema.ts';
import { maySeeField, type Viewer } from './may-see-field.ts';
import { orderedValues, type Values } from './values.ts';

/** What a viewer is shown of stored values. */
export interface Projection {
  readonly values: Values;
  /** The ids of the fields kept from the viewer, whether they have a value or not, in the form's order. */
  readonly masked: readonly string[];
}

/** The stored values without those the viewer may not see; what is not a field of the form is left out too. */
export function projectValues(form: Form, values: Values, viewer: Viewer): Projection {
  const seen = form.fields.filter((field) => maySeeField(field, viewer));
  const masked = form.fields.filter((field) => !maySeeField(field, viewer));
  return { values: orderedValues({ fields: seen }, values), masked: masked.map(({ id }) => id) };
}
