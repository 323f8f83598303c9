import { Form } from '@remix-run/react';
import { useRef } from 'react';
import { doneWords } from '../../lib/done-words.ts';
import { Toast, UndoButton } from '../../ui/toast.tsx';
import type { CaseData } from './case-data.ts';
import { CommandFields } from './command-fields.tsx';
import { undoOf } from './undo-of.ts';

/** What has just been done, with Undo for as long as it can be taken back. */
export function DoneToast({ page }: { readonly page: CaseData }) {
  const { done, key } = page;
  return done === null ? null : <Done page={page} done={done} key={`${done}-${key}`} />;
}

function Done({ page, done }: { readonly page: CaseData; readonly done: string }) {
  const form = useRef<HTMLFormElement>(null);
  const undo = undoOf(done, page);
  return (
    <Toast
      words={doneWords(done, page.number)}
      close={`/cases/${page.id}`}
      undo={undo === null ? null : () => form.current?.requestSubmit()}
    >
      {undo === null ? null : (
        <Form method="post" action={`/cases/${page.id}`} ref={form}>
          <CommandFields page={page} deed={undo.deed} />
          {Object.entries(undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <UndoButton />
        </Form>
      )}
    </Toast>
  );
}
