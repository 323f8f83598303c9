import { closestWord } from '../condition/grammar/closest-word.ts';
import { type Detail, DomainError } from '../error/domain-error.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { compiledForm } from './compiled-form.ts';
import { escapePointer } from './escape-pointer.ts';
import { type AskedField, isAsked } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { type Answers, parseAnswers } from './parse-answers.ts';
import { isBlank } from './parsed.ts';
import { type Settled, settleValues } from './settle-values.ts';
import { boundedValues, submissionLimits } from './submission-limits.ts';
import { textIn } from './text-schema.ts';
import type { Values } from './values.ts';

/** A submission that may be stored. */
export interface Submission {
  /** What is stored: the values of the fields shown, computed ones included. */
  readonly values: Values;
  /** The ids of the fields that were not asked for with these answers. */
  readonly hidden: readonly string[];
}

/**
 * The values of a submission as they are stored, or a refusal that names every value in need of another look: keys the form
 * does not have, computed values handed in, values for hidden fields, values of the wrong type, answers missing.
 * @throws VALIDATION_FAILED with pointers under `/values`; MALFORMED, TOO_LARGE, LIMIT_EXCEEDED for the whole.
 */
export function validateSubmission(form: Form, raw: unknown, base: FactSet): Submission {
  const given = boundedValues(raw);
  const answers = parseAnswers(form, given);
  const settled = settleValues(form, answers.values, base);
  const problems = [
    ...keyProblems(form, given),
    ...answers.problems,
    ...hiddenProblems(form, { given, answers, settled }),
    ...missingProblems(form, { answers, settled }),
  ];
  refuseProblems(problems);
  const hidden = form.fields.filter(({ id }) => !settled.shown.has(id)).map(({ id }) => id);
  return { values: settled.values, hidden };
}

/** Refuses when there are problems; at most 100 are listed. @throws VALIDATION_FAILED */
export function refuseProblems(problems: readonly Detail[]): void {
  if (problems.length === 0) return;
  const details = problems
    .slice(0, submissionLimits.problems)
    .map(({ pointer, detail }) => ({ pointer: `/values${pointer}`, detail }));
  const count = problems.length === 1 ? 'One value needs' : `${problems.length} values need`;
  throw new DomainError('VALIDATION_FAILED', `${count} another look; nothing was stored.`, { details });
}

/** What is wrong with the keys of raw values: unknown ones, notes, and computed fields. */
export function keyProblems(form: Form, given: Readonly<Record<string, unknown>>): Detail[] {
  const { asked, fields } = compiledForm(form);
  return Object.keys(given).flatMap((key) => {
    if (asked.has(key)) return [];
    const pointer = `/${escapePointer(key)}`;
    const field = fields.get(key);
    if (field === undefined) return [{ pointer, detail: unknownKey(key, asked.keys()) }];
    if (field.kind === 'computed')
      return [{ pointer, detail: `${nameOf(field, form)} is worked out here: leave it out.` }];
    return [{ pointer, detail: `${nameOf(field, form)} is a note, not a question: leave it out.` }];
  });
}

/** Values given for fields that are hidden; silent where an unreadable value may be what hides them. */
export function hiddenProblems(
  form: Form,
  submission: {
    readonly given: Readonly<Record<string, unknown>>;
    readonly answers: Answers;
    readonly settled: Settled;
  },
): Detail[] {
  const { given, answers, settled } = submission;
  const { dependencies } = compiledForm(form);
  const isInDoubt = (id: string) =>
    [...(dependencies.get(id) ?? [])].some((other) => answers.unreadable.has(other));
  return form.fields
    .filter((field) => isAsked(field) && Object.hasOwn(given, field.id) && !isBlank(given[field.id]))
    .filter(({ id }) => !settled.shown.has(id) && !isInDoubt(id))
    .map((field) => ({
      pointer: `/${field.id}`,
      detail: `${nameOf(field, form)} is not asked for with these answers: leave it out.`,
    }));
}

/** Shown fields that need an answer and have none. */
export function missingProblems(
  form: Form,
  { answers, settled }: { readonly answers: Answers; readonly settled: Settled },
): Detail[] {
  return form.fields
    .filter(isAsked)
    .filter(({ id }) => settled.required.has(id))
    .filter(({ id }) => !Object.hasOwn(settled.values, id) && !answers.unreadable.has(id))
    .map((field) => ({ pointer: `/${field.id}`, detail: missingAnswer(field, form) }));
}

function missingAnswer(field: AskedField, form: Form): string {
  const verbs: Partial<Record<AskedField['kind'], string>> = {
    choice: 'choose one',
    multi_choice: 'choose at least one',
    yes_no: 'answer yes or no',
    file: 'attach at least one file',
    table: 'add at least one row',
  };
  return `${nameOf(field, form)} is needed: ${verbs[field.kind] ?? 'fill it in'}.`;
}

function unknownKey(key: string, ids: Iterable<string>): string {
  const shown = [...key].slice(0, 60).join('').toWellFormed();
  const guess = key.length > 63 ? undefined : closestWord(key, ids);
  const mend = guess === undefined ? 'leave it out' : `did you mean “${guess}”?`;
  return `The form has no field “${shown}”: ${mend}${guess === undefined ? '.' : ''}`;
}

function nameOf(
  field: { readonly id: string; readonly label?: AskedField['label'] | undefined },
  form: Form,
): string {
  return `“${textIn(field.label ?? field.id, form.language)}”`;
}
