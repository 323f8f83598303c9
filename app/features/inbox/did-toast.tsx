import { Form } from '@remix-run/react';
import { useRef } from 'react';
import { doneWords } from '../../lib/done-words.ts';
import { Toast, UndoButton } from '../../ui/toast.tsx';

const retractable: ReadonlySet<string> = new Set(['approve', 'reject', 'return']);

/** What was done to a case that was opened from the list by its keys, with Undo for a decision. */
export function DidToast({
  did: { deed, id, number },
  key_,
  back,
  at,
}: {
  readonly did: { readonly deed: string; readonly id: string; readonly number: string };
  /** Sending twice is once. */
  readonly key_: string;
  readonly back: string;
  /** Where one is after it was taken back. */
  readonly at: string;
}) {
  const form = useRef<HTMLFormElement>(null);
  const can = retractable.has(deed);
  return (
    <Toast
      words={doneWords(deed, number)}
      close={back}
      undo={can ? () => form.current?.requestSubmit() : null}
    >
      {can ? (
        <Form method="post" action={`/cases/${id}`} ref={form} preventScrollReset>
          <input type="hidden" name="deed" value="retract" />
          <input type="hidden" name="key" value={`${key_}-undo`} />
          <input type="hidden" name="from" value={at} />
          <input type="hidden" name="number" value={number} />
          <UndoButton />
        </Form>
      ) : null}
    </Toast>
  );
}
