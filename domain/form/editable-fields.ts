import { isAsked } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { isOneOf, maySeeField, type Viewer } from './may-see-field.ts';

/**
 * The ids of the fields a viewer may change while a case is in a state: those whose `edit` names the state and one of the
 * viewer's roles or relations, and whose value the viewer sees. Without `edit` a field is never changed after submission.
 */
export function editableFields(form: Form, state: string, viewer: Viewer): string[] {
  return form.fields
    .filter(isAsked)
    .filter((field) => maySeeField(field, viewer))
    .filter(({ edit = [] }) =>
      edit.some(({ states, roles }) => states.includes(state) && isOneOf(viewer, roles)),
    )
    .map(({ id }) => id);
}
