import type { Problem } from '../error/problem.ts';
import type { FactDeclaration } from '../fact/fact.ts';
import { checkFieldSettings } from './check-field-settings.ts';
import { checkFormConditions } from './check-form-conditions.ts';
import { checkFormStructure } from './check-form-structure.ts';
import type { Form } from './form-schema.ts';

/**
 * Everything wrong with a form that its schema cannot say, each with its place and a mend; `otherFacts` are the facts beside
 * its own that its conditions may read. Never throws for a form the schema accepts.
 */
export function checkForm(form: Form, otherFacts: Iterable<FactDeclaration> = []): Problem[] {
  return [
    ...checkFormStructure(form),
    ...form.fields.flatMap((field, index) => checkFieldSettings(field, form, `/form/fields/${index}`)),
    ...checkFormConditions(form, otherFacts),
  ];
}
