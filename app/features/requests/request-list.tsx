import { Link } from '@remix-run/react';
import type { Due } from '../../lib/due.ts';
import type { Told } from '../../lib/times.server.ts';
import { DueMark } from '../../ui/due-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { type Category, StateMark } from '../../ui/state-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './request-list.module.css';

/** One request of the reader as a row. */
export interface RequestRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly type: string;
  readonly state: string;
  readonly category: Category;
  readonly outcome: string | null;
  /** Who has it, in words. */
  readonly holder: string;
  /** Whether something is asked of the reader. */
  readonly asked: boolean;
  readonly due: Due | null;
  /** What is due then. */
  readonly dueOf: string | null;
  /** When it was sent; of a finished one, when it ended. */
  readonly when: Told;
}

type View = 'open' | 'asked' | 'finished';

/** The reader's requests, each with where it is, who has it and when it is due. */
export function RequestList({
  view,
  rows,
  next,
  first,
}: {
  readonly view: View;
  readonly rows: readonly RequestRow[];
  readonly next: string | null;
  readonly first: boolean;
}) {
  if (rows.length === 0 && first) return <Nothing view={view} />;
  const base = view === 'open' ? '/requests' : `/requests?view=${view}`;
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <nav className={styles.pages} aria-label="Pages">
        {first ? null : <Link to={base}>Back to the newest</Link>}
        {next === null ? null : (
          <Link to={`${base}${base.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`}>
            Older requests
          </Link>
        )}
      </nav>
    </>
  );
}

function Row({ row }: { readonly row: RequestRow }) {
  const { id, number, title, type, state, category, outcome, holder, asked, due, dueOf, when } = row;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link className={styles.title} to={`/requests/${id}`} prefetch="intent">
          {title}
        </Link>
        <span className={styles.second}>
          <span className="num">{number}</span>
          {title.startsWith(type) ? null : <span>{type}</span>}
          {asked ? <Tag tone="accent">Asks you something</Tag> : null}
        </span>
      </div>
      <div className={styles.state}>
        <StateMark category={category} title={state} outcome={outcome} bare />
        <span className={styles.second}>{holder}</span>
      </div>
      <div className={styles.when}>
        {due === null ? null : <DueMark due={due} what={dueOf} />}
        <span className={styles.second}>
          {holder === 'Finished' ? 'last change' : 'sent'} <ExactTime at={when} />
        </span>
      </div>
    </li>
  );
}

function Nothing({ view }: { readonly view: View }) {
  if (view === 'asked')
    return (
      <Empty title="Nothing waits for you">
        When somebody asks you about one of your requests, it is listed here until you answer.
      </Empty>
    );
  if (view === 'finished')
    return (
      <Empty title="Nothing is finished yet">
        What was done, refused or withdrawn stays here to be read.
      </Empty>
    );
  return (
    <Empty title="You have no open request">
      Find what you need in the <Link to="/catalogue">catalogue</Link>; what you send is listed here with who
      has it.
    </Empty>
  );
}
