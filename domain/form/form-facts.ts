import type { FactDeclaration, FactValue } from '../fact/fact.ts';
import { fieldKind } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import type { Values } from './values.ts';

/** The facts a form can give to conditions: of each field in order, by its kind. */
export function formCatalogue(form: Form): FactDeclaration[] {
  return form.fields.flatMap((field) => fieldKind(field).declarations(field, form));
}

/** The facts that stored values give, by key; values of fields the form does not have give none. */
export function factsOfValues(form: Form, values: Values): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {};
  for (const field of form.fields) {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    if (value !== undefined) Object.assign(facts, fieldKind(field).facts(value, field, form));
  }
  return facts;
}
