import type { Form } from '../../../domain/form/form-schema.ts';
import { choosableIn } from '../../forms/choosable.server.ts';
import { entriesOfValues } from '../../forms/entries-of-values.server.ts';
import { formView } from '../../forms/form-view.server.ts';
import { readLive } from '../../forms/live-form.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { CaseAnswer } from './case-answers.ts';

/** The answers somebody may change now: those that are asked, as questions with what stands in them. Files are added, not changed. */
export async function editView(
  context: Pick<AppContext, 'api' | 'person'>,
  form: Form,
  answer: Pick<CaseAnswer, 'values' | 'actions'>,
) {
  const zone = context.person?.zone ?? 'UTC';
  const entries = entriesOfValues(form.fields, answer.values, zone);
  const { shown, required } = readLive(form, entries, zone);
  const open = new Set(answer.actions.editable);
  const asked = form.fields.filter(({ id, kind }) => open.has(id) && shown.includes(id) && kind !== 'file');
  const ids = new Set(asked.map(({ id }) => id));
  const choosable = await choosableIn(context, { ...form, fields: asked });
  const fields = formView(form, choosable)
    .flatMap((section) => section.fields)
    .filter(({ id }) => ids.has(id));
  return { fields, required: required.filter((id) => ids.has(id)), entries };
}
