import type { Detail } from '../error/domain-error.ts';
import type { Json } from '../hash/canonical-json.ts';
import { compiledForm } from './compiled-form.ts';
import { fieldKind } from './fields/field-kinds.ts';
import type { Form } from './form-schema.ts';
import { isBlank } from './parsed.ts';
import type { Values } from './values.ts';

/** Raw values as far as they can be read. */
export interface Answers {
  /** The readable ones as they are stored, in the form's order. */
  readonly values: Values;
  /** What is wrong with the others; each pointer starts with the field's id. */
  readonly problems: readonly Detail[];
  /** The ids of those others. */
  readonly unreadable: ReadonlySet<string>;
}

/** Reads every value a person gives; keys that are no question of the form, computed ones and notes are passed over. */
export function parseAnswers(form: Form, raw: Readonly<Record<string, unknown>>): Answers {
  const values: Record<string, Json> = {};
  const problems: Detail[] = [];
  const unreadable = new Set<string>();
  for (const [id, field] of compiledForm(form).asked) {
    const given = Object.hasOwn(raw, id) ? raw[id] : undefined;
    if (isBlank(given)) continue;
    const parsed = fieldKind(field).parse(given, field, form);
    if ('value' in parsed) {
      values[id] = parsed.value;
      continue;
    }
    unreadable.add(id);
    for (const { pointer, detail } of parsed.problems) problems.push({ pointer: `/${id}${pointer}`, detail });
  }
  return { values, problems, unreadable };
}
