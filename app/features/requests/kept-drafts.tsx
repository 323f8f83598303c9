import { Link } from '@remix-run/react';
import { Empty } from '../../ui/empty.tsx';
import styles from './request-list.module.css';
import type { KeptDraft } from './use-kept-drafts.ts';

/** What the reader began in this browser and has not sent, each to go on with or to throw away. */
export function KeptDrafts({
  drafts,
  throwAway,
}: {
  readonly drafts: readonly KeptDraft[] | null;
  readonly throwAway: (type: string) => void;
}) {
  if (drafts !== null && drafts.length === 0)
    return (
      <Empty title="No form is begun in this browser">
        What you fill in is kept here while you type, in this browser alone, until you send it.
      </Empty>
    );
  return (
    <section className={styles.drafts} aria-labelledby="drafts">
      <h2 id="drafts">Begun, not sent</h2>
      <p className="second">Kept in this browser alone: nobody else sees it, and no other device has it.</p>
      <ul>
        {(drafts ?? []).map(({ type, title, when }) => (
          <li key={type}>
            <Link to={`/catalogue/${type}`}>Go on with: {title}</Link>
            <span>last changed {when}</span>
            <button type="button" onClick={() => throwAway(type)}>
              Throw away<span className="only-read"> the draft of {title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
