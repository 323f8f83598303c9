import type { FactSet } from '../fact/fact-set.ts';
import type { Form } from './form-schema.ts';
import { parseAnswers } from './parse-answers.ts';
import { settleValues } from './settle-values.ts';
import type { Values } from './values.ts';

/** What a form asks and shows at a moment. */
export interface VisibleForm {
  /** The ids of the fields shown, notes and computed ones included. */
  readonly fields: ReadonlySet<string>;
  /** The ids of the sections with at least one field shown. */
  readonly sections: ReadonlySet<string>;
  /** The ids of the shown fields that need an answer. */
  readonly required: ReadonlySet<string>;
  /** The readable values of the fields shown, computed ones included. */
  readonly values: Values;
}

/**
 * Which sections and fields are shown for these values (raw or stored): the same answer in the browser, on the server,
 * through the API and on import. A value that cannot be read is missing; a condition that is unknown hides.
 * @throws LIMIT_EXCEEDED when the values make a condition too costly.
 */
export function visibleFields(
  form: Form,
  raw: Readonly<Record<string, unknown>>,
  base: FactSet,
): VisibleForm {
  const { values, shown, required } = settleValues(form, parseAnswers(form, raw).values, base);
  const sections = form.sections.filter((section) => section.fields.some((id) => shown.has(id)));
  return { fields: shown, sections: new Set(sections.map(({ id }) => id)), required, values };
}
