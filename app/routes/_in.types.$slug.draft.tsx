import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import styles from '../features/types/draft.module.css';
import type { RefusedDraft } from '../features/types/draft-actions.server.ts';
import { DraftDesk } from '../features/types/draft-desk.tsx';
import { DraftPanel } from '../features/types/draft-panel.tsx';
import { DraftStatus } from '../features/types/draft-status.tsx';
import type { MadeNeeds } from '../features/types/make-needs.server.ts';
import { NeedsPanel } from '../features/types/needs-panel.tsx';
import { NoDraft } from '../features/types/no-draft.tsx';
import { TypeFrame } from '../features/types/type-frame.tsx';
import { action, loader } from './_in.types.$slug.draft.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Draft of ${data?.head.title ?? 'a request type'} · Signalbox` },
];

export default function TypeDraft() {
  const { head, keys, draft, done } = useLoaderData<typeof loader>();
  const told = useActionData<RefusedDraft | MadeNeeds>();
  const made = told?.intent === 'needs' ? told : undefined;
  const answer = told?.intent === 'needs' ? undefined : told;
  return (
    <TypeFrame slug={head.slug} title={head.title} at="draft">
      {draft === null ? (
        <NoDraft head={head} keys={keys} answer={answer} />
      ) : (
        <div className={styles.draft}>
          <DraftStatus head={head} draft={draft} done={told === undefined ? done : null} />
          <NeedsPanel needs={draft.needs} made={made} title={head.title} keyOf={keys.needs} />
          <DraftDesk head={head} keys={keys} draft={draft} answer={answer} done={done} />
          <DraftPanel head={head} keys={keys} draft={draft} answer={answer} />
        </div>
      )}
    </TypeFrame>
  );
}
