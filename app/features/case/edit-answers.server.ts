import type { Form } from '../../../domain/form/form-schema.ts';
import { valuesFromText } from '../../../domain/form/values-from-text.ts';
import { entriesOf } from '../../forms/entries.ts';
import { entriesOfValues } from '../../forms/entries-of-values.server.ts';
import { controlProblems } from '../../forms/live-form.ts';
import { must, refusedOf } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { CaseAnswer } from './case-answers.ts';
import type { NotDone } from './not-done.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;

/** Whether what was posted changes answers: then the names of its controls are those of the questions. */
export const isEdit = (form: FormData): boolean => form.get('_deed') === 'edit';

/** Changes the answers that were posted and differ, guarded by the rev that was seen; answers why not, with all that was typed. */
export async function editAnswers(context: Asking, id: string, posted: FormData): Promise<NotDone | null> {
  const about = { params: { id } };
  const [answer, form] = await Promise.all([
    must<CaseAnswer>(context, 'getCase', about),
    must<Form>(context, 'getCaseForm', about),
  ]);
  const text = (name: string): string => {
    const value = posted.get(name);
    return typeof value === 'string' ? value : '';
  };
  const zone = context.person?.zone ?? 'UTC';
  const entries = entriesOf(posted);
  const asked = text('_fields').split(' ');
  const fields = form.fields.filter(({ id: field }) => asked.includes(field));
  const before = valuesFromText(form, entriesOfValues(fields, answer.values, zone), { timeZone: zone });
  const now = valuesFromText(form, entries, { timeZone: zone });
  const changed = fields.flatMap(({ id: field }) =>
    JSON.stringify(before[field]) === JSON.stringify(now[field])
      ? []
      : [[field, now[field] ?? null] as const],
  );
  const result = await context.api('editCase', {
    ...about,
    body: { values: Object.fromEntries(changed), reason: text('_reason').trim() },
    key: text('_key'),
    seen: Number(text('_rev')),
  });
  if (result.ok) return null;
  return {
    deed: 'edit',
    refused: refusedOf(result),
    changed: [],
    typed: { text: text('_reason'), seen: text('_seen') },
    entries,
    problems: controlProblems(form, entries, result.errors),
  };
}
