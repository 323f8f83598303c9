import type { FactSet } from '../fact/fact-set.ts';
import type { Json } from '../hash/canonical-json.ts';
import { type AskedField, fieldKind, isAsked } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { seersOf } from './may-see-field.ts';
import { settleValues } from './settle-values.ts';
import { textIn } from './text-schema.ts';
import { orderedValues, type Values } from './values.ts';

/** A field of which there is something to say. */
export interface FieldRemark {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** What becomes of the values of one form in another. */
export interface Conversion {
  /** The answers that fit, ready to be completed and handed to `validateSubmission`. */
  readonly values: Values;
  readonly carried: readonly { readonly from: string; readonly to: string }[];
  /** Values left behind, by their field in the old form. */
  readonly dropped: readonly FieldRemark[];
  /** Answers the new form needs and does not have. */
  readonly missing: readonly FieldRemark[];
}

/**
 * Carries stored values over to another form: from the field of the same id and kind, else from the one with the same purpose,
 * where the value fits. A value is not carried to a field that more people see.
 * @throws LIMIT_EXCEEDED when the values make a condition too costly.
 */
export function convertValues(
  old: { readonly form: Form; readonly values: Values },
  form: Form,
  base: FactSet,
): Conversion {
  const given = old.form.fields.filter(isAsked).filter(({ id }) => Object.hasOwn(old.values, id));
  const targets = pairsOf(given, form.fields.filter(isAsked));
  const reasons = new Map<string, string>();
  const answers: Record<string, Json> = {};
  for (const [source, target] of targets) {
    const outcome = carry({ source, target, raw: old.values[source.id] }, form);
    if ('value' in outcome) answers[target.id] = outcome.value;
    else reasons.set(source.id, outcome.reason);
  }
  const settled = settleValues(form, answers, base);
  const carried: { from: string; to: string }[] = [];
  for (const [{ id }, target] of targets) {
    if (Object.hasOwn(settled.values, target.id)) carried.push({ from: id, to: target.id });
    else if (!reasons.has(id)) reasons.set(id, 'It is not asked for with these answers.');
  }
  const left = given.filter(({ id }) => !carried.some(({ from }) => from === id));
  const missing = form.fields.filter(
    ({ id }) => settled.required.has(id) && !Object.hasOwn(settled.values, id),
  );
  return {
    values: orderedValues({ fields: form.fields.filter(isAsked) }, settled.values),
    carried,
    dropped: left.map((field) => remark(field, reasons.get(field.id) ?? 'There is no such question.', form)),
    missing: missing.filter(isAsked).map((field) => remark(field, 'It is needed here.', form)),
  };
}

/** Each field of the old form with the one its value may go to; by id and kind first, so that a purpose never takes its place. */
function pairsOf(given: readonly AskedField[], wanted: readonly AskedField[]): Map<AskedField, AskedField> {
  const pairs = new Map<AskedField, AskedField>();
  for (const source of given) {
    const same = wanted.find(({ id, kind }) => id === source.id && kind === source.kind);
    if (same !== undefined) pairs.set(source, same);
  }
  const taken = new Set(pairs.values());
  for (const source of given) {
    if (pairs.has(source) || source.purpose === undefined) continue;
    const alike = wanted.find((target) => target.purpose === source.purpose && !taken.has(target));
    if (alike !== undefined) pairs.set(source, alike);
  }
  return pairs;
}

function carry(
  { source, target, raw }: { source: AskedField; target: AskedField; raw: unknown },
  form: Form,
): { readonly value: Json } | { readonly reason: string } {
  const seers = seersOf(source);
  const newSeers = seersOf(target);
  if (seers !== undefined && (newSeers === undefined || newSeers.some((name) => !seers.includes(name))))
    return { reason: 'More people would see it there: give it again if they may.' };
  const parsed = fieldKind(target).parse(raw, target, form);
  return 'value' in parsed ? parsed : { reason: parsed.problems.map(({ detail }) => detail).join(' ') };
}

function remark({ id, label }: AskedField, detail: string, form: Form): FieldRemark {
  return { id, label: textIn(label, form.language), detail };
}
