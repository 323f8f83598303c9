import { type CompiledCondition, compileCondition } from '../condition/compile-condition.ts';
import { type CompiledValue, compileValue } from '../condition/compile-value.ts';
import { dependencyOrder, transitiveDependencies } from './dependency-order.ts';
import { fieldDependencies, sectionByField } from './field-dependencies.ts';
import { type AskedField, type Field, isAsked } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';

/** A field with its conditions ready to be asked. */
export interface CompiledField {
  readonly field: Field;
  readonly sectionId: string;
  /** Undefined when the field is always shown with its section. */
  readonly when: CompiledCondition | undefined;
  readonly required: boolean | CompiledCondition;
  /** The expression of a computed field. */
  readonly value: CompiledValue | undefined;
}

/** A form ready to be filled in. */
export interface CompiledForm {
  readonly fields: ReadonlyMap<string, Field>;
  readonly asked: ReadonlyMap<string, AskedField>;
  /** The fields in an order in which each comes after those that decide about it; those on a circle are left out, so they stay hidden. */
  readonly order: readonly CompiledField[];
  /** Conditions of sections by id. */
  readonly sections: ReadonlyMap<string, CompiledCondition>;
  /** Everything that decides about a field, directly or through others. */
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>;
}

const compiled = new WeakMap<Form, CompiledForm>();

/**
 * Prepares a form once for as long as it lives; forms are never changed in place.
 * @throws CONDITION_INVALID for a form that `checkForm` refuses.
 */
export function compiledForm(form: Form): CompiledForm {
  const known = compiled.get(form);
  if (known !== undefined) return known;
  const made = compile(form);
  compiled.set(form, made);
  return made;
}

function compile(form: Form): CompiledForm {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const direct = fieldDependencies(form);
  const { order } = dependencyOrder(direct);
  const sectionOf = sectionByField(form);
  const sections = new Map<string, CompiledCondition>();
  for (const { id, when } of form.sections) if (when !== undefined) sections.set(id, compileCondition(when));
  return {
    fields,
    asked: new Map(form.fields.filter(isAsked).map((field) => [field.id, field])),
    order: order.flatMap((id) => {
      const field = fields.get(id);
      const section = sectionOf.get(id);
      return field === undefined || section === undefined ? [] : [compileField(field, section.id)];
    }),
    sections,
    dependencies: transitiveDependencies(order, direct),
  };
}

function compileField(field: Field, sectionId: string): CompiledField {
  const required = isAsked(field) ? (field.required ?? false) : false;
  return {
    field,
    sectionId,
    when: field.when === undefined ? undefined : compileCondition(field.when),
    required: typeof required === 'boolean' ? required : compileCondition(required),
    value: field.kind === 'computed' ? compileValue(field.value, field.type) : undefined,
  };
}
