import { Form, Link, useLocation } from '@remix-run/react';
import { useEffect } from 'react';
import { sendOnEnter } from '../../lib/send-on-enter.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { MentionField } from '../../ui/mention-field.tsx';
import { SaidWords } from '../../ui/said-words.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { CaseData, Refusal } from './case-data.ts';
import { CommandFields } from './command-fields.tsx';
import { EntryWords } from './entry-words.tsx';
import styles from './timeline.module.css';

const shows = [
  { id: 'all', label: 'All' },
  { id: 'comments', label: 'Comments' },
  { id: 'decisions', label: 'Decisions' },
];

/** What happened to the case, oldest first, and a place to say something. */
export function Timeline({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  const { entries, show, id } = page;
  return (
    <section className={styles.section} aria-labelledby="happened">
      <div className={styles.head}>
        <h2 id="happened">What happened</h2>
        <nav className={styles.segmented} aria-label="Show">
          {shows.map(({ id: name, label }) => (
            <Link
              key={name}
              to={name === 'all' ? `/cases/${id}` : `/cases/${id}?show=${name}`}
              aria-current={show === name ? 'page' : undefined}
              preventScrollReset
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
      {entries.length === 0 ? (
        <Empty title="Nothing of this kind yet">Choose “All” to see the whole history.</Empty>
      ) : (
        <ol className={styles.timeline}>
          {entries.map((entry) => (
            <Row entry={entry} key={entry.id} caseId={id} />
          ))}
        </ol>
      )}
      {page.mayComment || page.mayCommentInternal ? <Composer page={page} refusal={refusal} /> : null}
    </section>
  );
}

function Row({
  entry: { icon, who, words, at, internal, said, note, why },
  caseId,
}: {
  readonly entry: CaseData['entries'][number];
  readonly caseId: string;
}) {
  return (
    <li className={styles.entry}>
      <span className={styles.dot}>{who === null ? <Icon name={icon} /> : <Avatar name={who} />}</span>
      <div className={styles.body}>
        <p className={styles.line}>
          <EntryWords words={words} />
          {internal === true ? <Tag>Internal</Tag> : null}
          <ExactTime at={at} />
        </p>
        {said === undefined ? null : (
          <p className={styles.said} data-internal={internal}>
            <SaidWords said={said} />
          </p>
        )}
        {note === undefined ? null : <p className={styles.note}>{note}</p>}
        {why === true ? (
          <p className={styles.note}>
            <Link to={`/cases/${caseId}?why=1`} preventScrollReset>
              Why here?
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function Composer({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  const field = useDraft(`${page.me}.${page.id}.comment`);
  const internalFirst = page.mayCommentInternal;
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '#comment') document.getElementById('comment')?.focus();
  }, [hash]);
  return (
    <Form
      method="post"
      className={styles.compose ?? ''}
      key={page.done === 'comment' ? page.key : 'comment'}
      preventScrollReset
    >
      <CommandFields page={page} deed="comment" />
      {refusal === null ? null : (
        <p className={styles.refused} role="alert">
          {refusal.refused.detail}
        </p>
      )}
      <label className="only-read" htmlFor="comment">
        Comment
      </label>
      <MentionField
        field={field}
        id="comment"
        name="text"
        rows={2}
        required
        placeholder={
          internalFirst
            ? 'Comment for the team, or for everybody; @ mentions somebody'
            : 'Comment; @ mentions somebody'
        }
        defaultValue={refusal?.typed['text'] ?? ''}
        onKeyDown={sendOnEnter}
      />
      <div className={styles.send}>
        {page.mayCommentInternal && page.mayComment ? (
          <label className={styles.who}>
            <span className="second">For</span>
            <select name="visibility" defaultValue={refusal?.typed['visibility'] || 'internal'}>
              <option value="internal">those who work on it</option>
              <option value="public">everybody, the requester too</option>
            </select>
          </label>
        ) : (
          <input type="hidden" name="visibility" value={page.mayCommentInternal ? 'internal' : 'public'} />
        )}
        <Button>
          Send
          <KeyHint of="Ctrl Enter" />
        </Button>
      </div>
    </Form>
  );
}
