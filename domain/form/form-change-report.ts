import type { FactSet } from '../fact/fact-set.ts';
import { canonicalJson } from '../hash/canonical-json.ts';
import { type Field, isAsked } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { type Answers, parseAnswers } from './parse-answers.ts';
import { isBlank } from './parsed.ts';
import { type Settled, settleValues } from './settle-values.ts';
import { textIn } from './text-schema.ts';

/**
 * What became of one field between two versions, seen from the values written: `kept` and `changed` fit as they are (`changed`:
 * the question is another than it was), `refused` no longer fit, `gone` and `hidden` are no longer asked, `new` was not asked
 * before, `missing` is needed now.
 */
export type FieldChange = 'kept' | 'changed' | 'refused' | 'gone' | 'hidden' | 'new' | 'missing';

/** One line of the report. */
export interface FormChangeEntry {
  readonly id: string;
  readonly label: string;
  readonly change: FieldChange;
  readonly detail: string;
}

/** What to tell a person who filled in a form that has changed since. */
export interface FormChangeReport {
  readonly entries: readonly FormChangeEntry[];
  /** True when the values can be handed in to the new version as they are. */
  readonly fits: boolean;
}

/**
 * Compares, field by field, raw values written for one version of a form with what another version asks.
 * @throws LIMIT_EXCEEDED when the values make a condition too costly.
 */
export function formChangeReport(
  versions: { readonly from: Form; readonly to: Form },
  raw: Readonly<Record<string, unknown>>,
  base: FactSet,
): FormChangeReport {
  const { from, to } = versions;
  const answers = parseAnswers(to, raw);
  const settled = settleValues(to, answers.values, base);
  const isGiven = (id: string) => Object.hasOwn(raw, id) && !isBlank(raw[id]);
  const before = new Map(from.fields.map((field) => [field.id, field]));
  const entries = to.fields.filter(isAsked).flatMap((field) => {
    const old = before.get(field.id);
    const said = isGiven(field.id)
      ? changeOfGiven({ field, old }, to, { answers, settled })
      : changeOfAbsent({ field, old }, settled);
    return said === undefined ? [] : [entry(field, said, to)];
  });
  const asked = new Set(to.fields.filter(isAsked).map(({ id }) => id));
  const gone = from.fields.filter(({ id }) => isGiven(id) && !asked.has(id));
  const goneEntries = gone.map((field) => entry(field, ['gone', 'The form no longer asks for this.'], to));
  const all = [...entries, ...goneEntries];
  const isNeeded = ({ id, change }: FormChangeEntry) => change === 'new' && settled.required.has(id);
  const isUnfit = ({ change }: FormChangeEntry) => ['refused', 'gone', 'hidden', 'missing'].includes(change);
  return { entries: all, fits: !all.some((line) => isUnfit(line) || isNeeded(line)) };
}

type Said = readonly [FieldChange, string];

interface Versions {
  readonly field: Field;
  readonly old: Field | undefined;
}

function changeOfGiven(
  { field, old }: Versions,
  form: Form,
  { answers, settled }: { readonly answers: Answers; readonly settled: Settled },
): Said {
  const problems = answers.problems.filter(({ pointer }) => pointer.split('/')[1] === field.id);
  if (problems.length > 0) return ['refused', problems.map(({ detail }) => detail).join(' ')];
  if (!settled.shown.has(field.id)) return ['hidden', 'It is not asked for with these answers.'];
  if (old === undefined || canonicalJson(old) === canonicalJson(field))
    return ['kept', 'Your answer is kept.'];
  const label = textIn(field.label ?? field.id, form.language);
  const isReworded = label !== textIn(old.label ?? old.id, form.language);
  return [
    'changed',
    isReworded
      ? `It now reads “${label}”; see whether your answer still fits.`
      : 'Its rules changed; your answer still fits.',
  ];
}

function changeOfAbsent({ field, old }: Versions, settled: Settled): Said | undefined {
  if (!settled.shown.has(field.id)) return undefined;
  const isNeeded = settled.required.has(field.id);
  if (old === undefined) return ['new', isNeeded ? 'This is asked now, and needed.' : 'This is asked now.'];
  return isNeeded ? ['missing', 'An answer is needed now.'] : undefined;
}

function entry(field: Field, [change, detail]: Said, form: Form): FormChangeEntry {
  return { id: field.id, label: textIn(field.label ?? field.id, form.language), change, detail };
}
