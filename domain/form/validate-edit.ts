import type { FactSet } from '../fact/fact-set.ts';
import { canonicalJson } from '../hash/canonical-json.ts';
import type { Form } from './form-schema.ts';
import { type Answers, parseAnswers } from './parse-answers.ts';
import { settleValues } from './settle-values.ts';
import { boundedValues } from './submission-limits.ts';
import { hiddenProblems, keyProblems, missingProblems, refuseProblems } from './validate-submission.ts';
import { orderedValues, type Values } from './values.ts';

/** Values after some of them were changed. */
export interface Edit {
  /** What is stored from now on. */
  readonly values: Values;
  /** The ids whose stored value differs from before, computed and dropped ones included, in the form's order. */
  readonly changed: readonly string[];
  /** The ids of values that fell away because the change hides their fields. */
  readonly dropped: readonly string[];
}

/**
 * The stored values with changes applied (`null` clears one), under the rules of a submission. Values whose fields the change
 * hides fall away; those hidden before for another reason, such as the state, stay. An answer that was missing before does
 * not stand in the way of changing another.
 * @throws VALIDATION_FAILED with pointers under `/values`; MALFORMED, TOO_LARGE, LIMIT_EXCEEDED for the whole.
 */
export function validateEdit(form: Form, stored: Values, changes: unknown, base: FactSet): Edit {
  const given = boundedValues(changes);
  const old = parseAnswers(form, stored);
  const before = settleValues(form, old.values, base);
  const read = parseAnswers(form, given);
  const answers: Answers = { ...read, values: { ...without(old.values, given), ...read.values } };
  const settled = settleValues(form, answers.values, base);
  const missedBefore = missingProblems(form, { answers: old, settled: before }).map(({ pointer }) => pointer);
  refuseProblems([
    ...keyProblems(form, given),
    ...read.problems,
    ...hiddenProblems(form, { given, answers, settled }),
    ...missingProblems(form, { answers, settled }).filter(({ pointer }) => !missedBefore.includes(pointer)),
  ]);
  const asleep = Object.keys(stored).filter((id) => !before.shown.has(id) && !settled.shown.has(id));
  const values = orderedValues(form, { ...pick(without(stored, given), asleep), ...settled.values });
  boundedValues(values);
  const changed = form.fields.map(({ id }) => id).filter((id) => !isSame(stored[id], values[id]));
  const dropped = changed.filter((id) => !settled.shown.has(id) && !Object.hasOwn(given, id));
  return { values, changed, dropped };
}

function without(values: Values, given: Readonly<Record<string, unknown>>): Values {
  return pick(
    values,
    Object.keys(values).filter((id) => !Object.hasOwn(given, id)),
  );
}

function pick(values: Values, ids: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([id]) => ids.includes(id)));
}

function isSame(before: Values[string] | undefined, after: Values[string] | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return canonicalJson(before) === canonicalJson(after);
}
