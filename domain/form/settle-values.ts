import type { CompiledCondition } from '../condition/compile-condition.ts';
import type { FactValue } from '../fact/fact.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { Json } from '../hash/canonical-json.ts';
import { type CompiledField, compiledForm } from './compiled-form.ts';
import { roundTo } from './decimals.ts';
import { fieldOfFact } from './field-dependencies.ts';
import { fieldKind } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { orderedValues, type Values } from './values.ts';

/** A form's answers with everything decided that follows from them. */
export interface Settled {
  /** The values of shown fields, computed ones included, in the form's order. */
  readonly values: Values;
  /** The ids of the fields shown, notes included. */
  readonly shown: ReadonlySet<string>;
  /** The ids of the shown fields that need an answer. */
  readonly required: ReadonlySet<string>;
  /** The base facts and those of the shown values. */
  readonly facts: FactSet;
}

/**
 * Decides which fields are shown, in the order in which they depend on each other: a field is shown only if its section's
 * condition and its own are true, and what is not shown is missing for all that read it. Computed values are worked out.
 * Base facts about a field (`buyer.department`) count only while that field is shown and has a value.
 * @throws LIMIT_EXCEEDED when the values make a condition too costly.
 */
export function settleValues(form: Form, answers: Values, base: FactSet): Settled {
  const { order, fields, sections } = compiledForm(form);
  const { facts, owned } = splitBase(base, fields);
  const factSet: FactSet = { values: facts, failed: base.failed };
  const shownSections = new Map<string, boolean>();
  const shown = new Set<string>();
  const values: Record<string, Json> = {};
  for (const compiled of order) {
    const { field, sectionId } = compiled;
    const isSectionShown = shownSections.get(sectionId) ?? holds(sections.get(sectionId), factSet);
    shownSections.set(sectionId, isSectionShown);
    if (!isSectionShown || !holds(compiled.when, factSet)) continue;
    shown.add(field.id);
    const value = valueAmong(compiled, answers, factSet);
    if (value === undefined) continue;
    values[field.id] = value;
    put(facts, owned.get(field.id));
    put(facts, fieldKind(field).facts(value, field, form));
  }
  const needed = order.filter(({ field, required }) => shown.has(field.id) && isNeeded(required, factSet));
  return {
    values: orderedValues(form, values),
    shown,
    required: new Set(needed.map(({ field }) => field.id)),
    facts: factSet,
  };
}

function put(facts: Record<string, FactValue>, more: Readonly<Record<string, FactValue>> | undefined): void {
  for (const key in more) {
    const value = more[key];
    if (value !== undefined) facts[key] = value;
  }
}

/** Separates what is known about the form's own fields from the rest, so that a hidden field hides it too. */
function splitBase(base: FactSet, fields: { has(id: string): boolean }) {
  const facts: Record<string, FactValue> = Object.create(null);
  const owned = new Map<string, Record<string, FactValue>>();
  for (const key in base.values) {
    const value = base.values[key];
    if (value === undefined) continue;
    const id = fieldOfFact(fields, key);
    if (id === undefined) facts[key] = value;
    else if (key !== id) owned.set(id, { ...owned.get(id), [key]: value });
  }
  return { facts, owned };
}

function holds(condition: CompiledCondition | undefined, facts: FactSet): boolean {
  return condition === undefined || condition.evaluate(facts).value === true;
}

function isNeeded(required: boolean | CompiledCondition, facts: FactSet): boolean {
  return typeof required === 'boolean' ? required : required.evaluate(facts).value === true;
}

function valueAmong({ field, value }: CompiledField, answers: Values, facts: FactSet): Json | undefined {
  if (field.kind !== 'computed') return Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  const worth = value?.evaluate(facts);
  if (typeof worth !== 'number' || field.decimals === undefined) return worth === '' ? undefined : worth;
  return roundTo(worth, field.decimals);
}
