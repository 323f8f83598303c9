import { DomainError } from '../../domain/error/domain-error.ts';
import { type FactSet, factSet } from '../../domain/fact/fact-set.ts';
import { factsOfValues } from '../../domain/form/form-facts.ts';
import type { Form } from '../../domain/form/form-schema.ts';
import { validateSubmission } from '../../domain/form/validate-submission.ts';
import type { Values } from '../../domain/form/values.ts';
import { valuesFromText } from '../../domain/form/values-from-text.ts';
import { visibleFields } from '../../domain/form/visible-fields.ts';
import { verdictOf } from '../../domain/workflow/verdict.ts';
import { type Entries, filledRows } from './entries.ts';

/** Something to mend, at the control it is about. */
export interface FieldProblem {
  /** The control's name: a question's id, or `items.2.price` for a cell. */
  readonly name: string;
  readonly detail: string;
}

/** What a form asks and shows with the answers it has. */
export interface Live {
  readonly shown: readonly string[];
  readonly required: readonly string[];
  /** The questions asked, and those answered among them. */
  readonly asked: number;
  readonly computed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  /** By the ids of approvals: whether these answers ask for them; `maybe` while that depends on what is not known yet. */
  readonly approvals: Readonly<Record<string, 'yes' | 'no' | 'maybe'>>;
}

/** An approval with its condition; null where it is always asked. */
export interface AskedApproval {
  readonly id: string;
  readonly when: unknown;
}

const noFacts = factSet({});
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** What of the entries is an answer to a question that is asked now; what others hold is kept and not sent. */
export function valuesToSend(form: Form, entries: Entries, timeZone: string): Record<string, unknown> {
  const values = valuesFromText(form, entries, { timeZone });
  const { fields } = visibleFields(form, values, noFacts);
  return Object.fromEntries(Object.entries(values).filter(([id]) => fields.has(id)));
}

/** The answers as they would be stored, with what is worked out from them. */
export function valuesToStore(form: Form, entries: Entries, timeZone: string): Values {
  return visibleFields(form, valuesFromText(form, entries, { timeZone }), noFacts).values;
}

/** A form as it stands with these entries, by the same rules on the server and in the browser. */
export function readLive(
  form: Form,
  entries: Entries,
  timeZone: string,
  approvals: readonly AskedApproval[] = [],
): Live {
  const { fields, required, values } = visibleFields(
    form,
    valuesFromText(form, entries, { timeZone }),
    noFacts,
  );
  const asked = form.fields.filter(
    ({ id, kind }) => fields.has(id) && kind !== 'note' && kind !== 'computed',
  );
  const computed = form.fields.flatMap(({ id, kind }) => {
    const value = values[id];
    if (kind !== 'computed' || value === undefined) return [];
    if (typeof value === 'boolean') return [[id, value ? 'Yes' : 'No'] as const];
    return [[id, typeof value === 'number' ? numbers.format(value) : String(value)] as const];
  });
  return {
    shown: [...fields],
    required: [...required],
    asked: asked.length,
    computed: Object.fromEntries(computed),
    problems: problemsIn(form, entries, timeZone),
    approvals: Object.fromEntries(
      approvals.map(({ id, when }) => [id, isAsked(when, factSet(factsOfValues(form, values)))]),
    ),
  };
}

/** The verdict of the server's own rules under what the form says alone. */
function isAsked(when: unknown, facts: FactSet): 'yes' | 'no' | 'maybe' {
  const { value } = verdictOf(when ?? undefined, facts);
  return value === 'unknown' ? 'maybe' : value ? 'yes' : 'no';
}

function problemsIn(form: Form, entries: Entries, timeZone: string): readonly FieldProblem[] {
  try {
    validateSubmission(form, valuesToSend(form, entries, timeZone), noFacts);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return controlProblems(form, entries, error.details);
  }
}

/** Problems under `/values/…` at the controls they are about: rows are counted as they stand, with the empty ones. */
export function controlProblems(
  form: Form,
  entries: Entries,
  problems: readonly { readonly pointer: string; readonly detail: string }[],
): readonly FieldProblem[] {
  return problems.map(({ pointer, detail }) => {
    const [, , id = '', row, column] = pointer.split('/');
    const field = form.fields.find((one) => one.id === id);
    if (field?.kind !== 'table' || row === undefined || column === undefined) return { name: id, detail };
    return { name: `${id}.${filledRows(entries, id)[Number(row)] ?? row}.${column}`, detail };
  });
}
