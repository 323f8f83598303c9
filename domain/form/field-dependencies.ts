import { factsReadBy } from '../condition/condition-facts.ts';
import type { Json } from '../hash/canonical-json.ts';
import type { Field } from './fields/field-kinds.ts';
import type { Form, Section } from './form-schema.ts';

/** The id of the form's field a fact comes from, directly or by the directory (`buyer.department` from `buyer`); else undefined. */
export function fieldOfFact(fields: { has(id: string): boolean }, key: string): string | undefined {
  const dot = key.indexOf('.');
  const id = dot < 0 ? key : key.slice(0, dot);
  return fields.has(id) ? id : undefined;
}

/** The section that shows each field: the first one naming it. */
export function sectionByField(form: Form): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  for (const section of form.sections) {
    for (const id of section.fields) if (!sections.has(id)) sections.set(id, section);
  }
  return sections;
}

/** The fields that decide about each field: read by its own condition, by its section's, and by the expression of a computed one. */
export function fieldDependencies(form: Form): ReadonlyMap<string, ReadonlySet<string>> {
  const sections = sectionByField(form);
  const ids = new Set(form.fields.map(({ id }) => id));
  const dependencies = new Map<string, ReadonlySet<string>>();
  for (const field of form.fields) {
    const read = expressionsOf(field, sections.get(field.id)).flatMap((json) => [...factsReadBy(json)]);
    const fields = read.flatMap((key) => fieldOfFact(ids, key) ?? []);
    dependencies.set(field.id, new Set(fields));
  }
  return dependencies;
}

function expressionsOf(field: Field, section: Section | undefined): Json[] {
  const value = field.kind === 'computed' ? field.value : undefined;
  return [field.when, section?.when, value].filter((json) => json !== undefined);
}
