import { Link } from '@remix-run/react';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './draft.module.css';
import type { ShownDraft } from './draft-desk.tsx';
import type { draftPage } from './draft-page.server.ts';

const told: Readonly<Record<string, string>> = {
  save: 'Saved.',
  import: 'Imported.',
  start: 'Started.',
  reset: 'Set back to what is live.',
  publish: 'Published. It is live.',
};

/** Who saved the draft last, what it builds on, and what was just done. */
export function DraftStatus({
  head: { slug, live },
  draft: { saved, base },
  done,
}: {
  readonly head: Awaited<ReturnType<typeof draftPage>>['head'];
  readonly draft: ShownDraft;
  readonly done: string | null;
}) {
  const said = done === null ? undefined : told[done];
  return (
    <div className={styles.bar}>
      <strong>{live === null ? 'Not published yet' : `Version ${live} is live`}</strong>
      {saved === null ? null : (
        <span className="second">
          {saved.who} saved this draft last, <ExactTime at={saved.at} />
          {base === null || base === live ? '' : `; it was made from version ${base}`}
        </span>
      )}
      <span role="status">{said === undefined ? null : <Tag tone="success">{said}</Tag>}</span>
      {done === 'publish' ? <Link to={`/catalogue/${slug}`}>Ask for it yourself</Link> : null}
    </div>
  );
}
