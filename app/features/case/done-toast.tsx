import { Form, Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../lib/use-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import type { CaseData } from './case-data.ts';
import { CommandFields } from './command-fields.tsx';
import styles from './done-toast.module.css';
import { undoOf } from './undo-of.ts';

const told: Readonly<Record<string, string>> = {
  approve: 'Approved',
  reject: 'Rejected',
  return: 'Sent back',
  attach: 'File added',
  edit: 'Answers changed',
  undo: 'Taken back',
  ask: 'Asked',
  answer: 'Answered',
  assign: 'Handed over',
  claim: 'It is yours',
  accept: 'Accepted',
  release: 'Given back',
  decline: 'Passed on; it is routed again',
  escalate: 'Escalated',
  priority: 'Priority set',
  reroute: 'It is routed again',
  withdraw: 'Withdrawn',
  watch: 'You watch it, and are told what happens',
  unwatch: 'You no longer watch it',
  snooze: 'Put aside',
  wake: 'Back in your inbox',
  comment: 'Sent',
  retract: 'Taken back: the decision is open again',
};

const windowMs = 8_000;

/** What has just been done, with Undo for as long as it can be taken back; it waits while one points at it. */
export function DoneToast({ page }: { readonly page: CaseData }) {
  const { done, key } = page;
  return done === null ? null : <Toast page={page} done={done} key={`${done}-${key}`} />;
}

function Toast({ page, done }: { readonly page: CaseData; readonly done: string }) {
  const [gone, setGone] = useState(false);
  const held = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const undo = undoOf(done, page);
  useEffect(() => {
    let left = windowMs;
    const timer = setInterval(() => {
      if (!held.current) left -= 250;
      if (left <= 0) setGone(true);
    }, 250);
    return () => clearInterval(timer);
  }, []);
  useKeys(undo === null || gone ? {} : { z: () => form.current?.requestSubmit() });
  const hold = (now: boolean) => () => {
    held.current = now;
  };
  return (
    <div
      className={styles.toasts}
      role="status"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      {gone ? null : (
        <div className={styles.toast}>
          <Icon name="check" />
          <span>{told[done] ?? 'Done'}</span>
          {undo === null ? null : (
            <Form method="post" action={`/cases/${page.id}`} ref={form}>
              <CommandFields page={page} deed={undo.deed} />
              {Object.entries(undo.fields).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button className={styles.button} type="submit">
                Undo
                <KeyHint of="z" />
              </button>
            </Form>
          )}
          <Link className={styles.close ?? ''} to={`/cases/${page.id}`} preventScrollReset aria-label="Close">
            <Icon name="x" />
          </Link>
        </div>
      )}
    </div>
  );
}
