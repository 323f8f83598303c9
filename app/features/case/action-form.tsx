import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect } from 'react';
import { sendOnEnter } from '../../lib/send-on-enter.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { ActionChoices } from './action-choices.tsx';
import styles from './action-form.module.css';
import type { CaseData, Refusal } from './case-data.ts';
import { CommandFields } from './command-fields.tsx';
import { LaterChoice } from './later-choice.tsx';
import { RefusedBanner } from './refused-banner.tsx';

type Action = NonNullable<CaseData['doing']>;

/** The form of one action, in place: what it does, what it asks, and why it was refused. */
export function ActionForm({
  page,
  action,
  refusal,
}: {
  readonly page: CaseData;
  readonly action: Action;
  readonly refusal: Refusal | null;
}) {
  const refused = refusal?.deed === action.id ? refusal : null;
  const sending = useNavigation().state === 'submitting';
  useEffect(() => {
    const first = document.querySelector<HTMLElement>(
      '#deed :is(select, textarea, input:checked), #deed button',
    );
    first?.focus({ preventScroll: true });
  }, []);
  const { needs } = action;
  return (
    <Form method="post" className={styles.form ?? ''} id="deed" aria-label={action.label} preventScrollReset>
      {action.lead === undefined ? null : <p className={styles.lead}>{action.lead}</p>}
      {refused === null ? null : <RefusedBanner page={page} refusal={refused} />}
      <CommandFields page={page} deed={action.id} />
      <input type="hidden" name="was" value={wasOf(page, action.id)} />
      <ActionChoices needs={needs} people={page.people} typed={refused?.typed ?? {}} />
      {page.later === null ? null : (
        <LaterChoice
          later={page.later}
          typed={refused?.typed ?? {}}
          wrong={(refused?.refused.errors.length ?? 0) > 0}
        />
      )}
      {needs.text === undefined ? null : (
        <TextBox page={page} action={action} text={needs.text} refused={refused} />
      )}
      <div className={styles.row}>
        <Button kind="primary">{sending ? 'Sending …' : action.verb}</Button>
        <Link className={styles.cancel ?? ''} to={`/cases/${page.id}`} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  );
}

/** What it is before the action, so that it can be set back. */
function wasOf({ owner, priority }: CaseData, deed: string): string {
  if (deed === 'assign') return owner ?? '';
  return deed === 'priority' ? String(priority) : '';
}

function TextBox({
  page,
  action,
  text,
  refused,
}: {
  readonly page: CaseData;
  readonly action: Action;
  readonly text: NonNullable<Action['needs']['text']>;
  readonly refused: Refusal | null;
}) {
  const field = useDraft(`${page.me}.${page.id}.${action.id}`);
  const wrong = (refused?.refused.errors.length ?? 0) > 0 || refused?.refused.code === 'REASON_REQUIRED';
  return (
    <div className={styles.field}>
      <label htmlFor="deed-text">
        {text.label}
        {text.required ? null : <span className="quiet"> (optional)</span>}
      </label>
      <textarea
        ref={field}
        id="deed-text"
        name="text"
        rows={3}
        required={text.required}
        defaultValue={refused?.typed['text'] ?? ''}
        aria-invalid={wrong || undefined}
        onKeyDown={sendOnEnter}
      />
    </div>
  );
}
