import { Form, useNavigation } from '@remix-run/react';
import { type ReactNode, useId } from 'react';
import type { Refused } from '../../lib/api.server.ts';
import { Button } from '../../ui/button.tsx';
import { RefusedList } from './refused-list.tsx';
import styles from './types.module.css';

/** Something that is done with a reason: what was refused stays typed, with why it was refused. */
export function ReasonForm({
  intent,
  verb,
  label,
  keyOf,
  refused,
  reason = '',
  primary = false,
  children,
}: {
  readonly intent: string;
  readonly verb: string;
  readonly label: string;
  readonly keyOf: string;
  readonly refused?: Refused | undefined;
  readonly reason?: string | undefined;
  readonly primary?: boolean;
  readonly children?: ReactNode;
}) {
  const id = useId();
  const { state, formData } = useNavigation();
  const busy = state !== 'idle' && formData?.get('_intent') === intent;
  return (
    <Form method="post" className={styles.reason} preventScrollReset>
      <input type="hidden" name="_intent" value={intent} />
      <input type="hidden" name="_key" value={keyOf} />
      {children}
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="reason"
        rows={2}
        maxLength={2_000}
        defaultValue={reason}
        aria-invalid={refused === undefined ? undefined : true}
        aria-describedby={refused === undefined ? undefined : `${id}-error`}
      />
      {refused === undefined ? null : <RefusedList refused={refused} id={`${id}-error`} />}
      <div>
        <Button {...(primary ? { kind: 'primary' as const } : {})}>{busy ? 'One moment …' : verb}</Button>
      </div>
    </Form>
  );
}
