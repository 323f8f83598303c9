import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect } from 'react';
import { textsOf } from '../../forms/entries.ts';
import { Question } from '../../forms/question.tsx';
import { sendOnEnter } from '../../lib/send-on-enter.ts';
import { Button } from '../../ui/button.tsx';
import styles from './action-form.module.css';
import type { CaseData, Refusal } from './case-data.ts';
import { RefusedBanner } from './refused-banner.tsx';

/** The answers one may change now, in place, with what stands in them; a refusal keeps what was typed. */
export function EditForm({
  page,
  edit,
  refusal,
}: {
  readonly page: CaseData;
  readonly edit: NonNullable<CaseData['edit']>;
  readonly refusal: Refusal | null;
}) {
  const refused = refusal?.deed === 'edit' ? refusal : null;
  const sending = useNavigation().state === 'submitting';
  const entries = refused?.entries ?? edit.entries;
  useEffect(() => {
    document.querySelector<HTMLElement>('#deed :is(input:not([type="hidden"]), select, textarea)')?.focus();
  }, []);
  const filling = {
    initial: (name: string) => textsOf(entries, name),
    required: new Set(edit.required),
    computed: {},
    problems: refused?.problems ?? [],
    changed: () => undefined,
  };
  return (
    <Form
      method="post"
      className={styles.form ?? ''}
      id="deed"
      aria-label="Change answers"
      noValidate
      preventScrollReset
    >
      <p className={styles.lead}>
        Everybody who can see an answer sees what it was before, and why it changed.
      </p>
      {refused === null ? null : <RefusedBanner page={page} refusal={refused} />}
      <input type="hidden" name="_deed" value="edit" />
      <input type="hidden" name="_key" value={page.key} />
      <input type="hidden" name="_rev" value={page.rev} />
      <input type="hidden" name="_seen" value={page.lastSeq} />
      <input type="hidden" name="_fields" value={edit.fields.map(({ id }) => id).join(' ')} />
      <div className={styles.questions}>
        {edit.fields.map((field) => (
          <Question key={field.id} field={field} filling={filling} />
        ))}
      </div>
      <div className={styles.field}>
        <label htmlFor="deed-text">
          Why <span className="quiet">(optional)</span>
        </label>
        <textarea
          id="deed-text"
          name="_reason"
          rows={2}
          defaultValue={refused?.typed['text'] ?? ''}
          onKeyDown={sendOnEnter}
        />
      </div>
      <div className={styles.row}>
        <Button kind="primary">{sending ? 'Saving …' : 'Save answers'}</Button>
        <Link className={styles.cancel ?? ''} to={`/cases/${page.id}`} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  );
}
