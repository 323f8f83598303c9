import { Form } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import type { RefusedDraft } from './draft-actions.server.ts';
import type { draftPage } from './draft-page.server.ts';
import { RefusedList } from './refused-list.tsx';

type PageOfDraft = Awaited<ReturnType<typeof draftPage>>;

/** A type without a draft: a designer begins one from the live version. */
export function NoDraft({
  head: { live, designs },
  keys,
  answer,
}: Pick<PageOfDraft, 'head' | 'keys'> & { readonly answer: RefusedDraft | undefined }) {
  return (
    <Empty title="There is no draft">
      {designs && live !== null ? (
        <Form method="post">
          <input type="hidden" name="_intent" value="start" />
          <input type="hidden" name="_key" value={keys.start} />
          <input type="hidden" name="base" value={live} />
          {answer === undefined ? null : <RefusedList refused={answer.refused} />}
          <Button kind="primary">Start from version {live}</Button>
        </Form>
      ) : (
        'Designers make one when something is to change.'
      )}
    </Empty>
  );
}
