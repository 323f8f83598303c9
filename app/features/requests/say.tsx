import { Form, useNavigation } from '@remix-run/react';
import { type ReactNode, type RefObject, type TextareaHTMLAttributes, useEffect } from 'react';
import { forgetDrafts, useDraft } from '../../lib/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MentionField } from '../../ui/mention-field.tsx';
import type { RefusedSaying } from './refused-saying.ts';
import styles from './tracker.module.css';

/** A text and a verb: what was refused stays in the field, with the reason beside it. */
export function Say({
  draft,
  done,
  intent,
  label,
  hint,
  verb,
  keyOf,
  refused,
  primary = false,
  mentions = false,
  children,
}: {
  /** The name its text is kept under in this browser. */
  readonly draft: string;
  /** Set once it was sent. */
  readonly done: string | undefined;
  readonly intent: string;
  readonly label: string;
  readonly hint?: string;
  readonly verb: string;
  readonly keyOf: string;
  readonly refused: RefusedSaying | undefined;
  readonly primary?: boolean;
  /** Whether an @ offers people to mention. */
  readonly mentions?: boolean;
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    if (done !== undefined) forgetDrafts(draft);
  }, [done, draft]);
  const field = useDraft(draft);
  const { state, formData } = useNavigation();
  const busy = state !== 'idle' && formData?.get('_intent') === intent;
  const id = `say-${intent}`;
  const describedBy = [hint && `${id}-hint`, refused && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const why = refused?.refused.errors[0]?.detail ?? refused?.refused.detail;
  const box = {
    ...{ id, name: 'text', rows: 3, defaultValue: refused?.text ?? '' },
    maxLength: intent === 'withdraw' ? 2_000 : 20_000,
    'aria-describedby': describedBy,
    'aria-invalid': refused === undefined ? undefined : true,
  };
  return (
    <Form method="post" className={styles.say}>
      <input type="hidden" name="_intent" value={intent} />
      <input type="hidden" name="_key" value={keyOf} />
      {children}
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Box box={box} field={field} mentions={mentions} />
      {why === undefined ? null : (
        <p className={styles.error} id={`${id}-error`} role="alert">
          <Icon name="error" />
          <span>{why}</span>
        </p>
      )}
      <div>
        {primary ? (
          <Button kind="primary">{busy ? 'Sending …' : verb}</Button>
        ) : (
          <Button>{busy ? 'Sending …' : verb}</Button>
        )}
      </div>
    </Form>
  );
}

function Box({
  box,
  field,
  mentions,
}: {
  readonly box: TextareaHTMLAttributes<HTMLTextAreaElement>;
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly mentions: boolean;
}) {
  return mentions ? <MentionField {...box} field={field} /> : <textarea {...box} ref={field} />;
}
