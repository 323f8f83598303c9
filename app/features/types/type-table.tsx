import { Link } from '@remix-run/react';
import type { Told } from '../../lib/times.server.ts';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './types.module.css';

/** A request type in the list of those who design and check. */
interface TypeRow {
  readonly slug: string;
  readonly title: string;
  readonly live: number | null;
  readonly owner: string | null;
  readonly backup: string | null;
  /** Who saved what waits in the draft, and when; null when it says what is live. */
  readonly waiting: { readonly who: string; readonly at: Told } | null;
  readonly blocking: number;
  readonly advisory: number;
  readonly open: number;
}

/** Every request type: what is live, what waits, what is wrong with it, and who answers for it. */
export function TypeTable({ rows }: { readonly rows: readonly TypeRow[] }) {
  return (
    <table className={styles.types}>
      <thead>
        <tr>
          <th scope="col">Request type</th>
          <th scope="col">Live</th>
          <th scope="col">Draft</th>
          <th scope="col">Problems</th>
          <th scope="col">Answers for it</th>
          <th scope="col" className={styles.figure}>
            Open
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} key={row.slug} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: TypeRow }) {
  const { slug, title, live, owner, backup, waiting, blocking, advisory, open } = row;
  return (
    <tr>
      <th scope="row">
        <Link to={live === null ? `/types/${slug}/draft` : `/types/${slug}`} prefetch="intent">
          {title}
        </Link>
        <span className={styles.slug}>{slug}</span>
      </th>
      <td data-label="Live">{live === null ? <Tag>Not published</Tag> : `Version ${live}`}</td>
      <td data-label="Draft">
        {waiting === null ? (
          <span className="quiet">Nothing waits</span>
        ) : (
          <Link to={`/types/${slug}/draft`}>
            {waiting.who}, <ExactTime at={waiting.at} />
          </Link>
        )}
      </td>
      <td data-label="Problems">
        <Problems blocking={blocking} advisory={advisory} />
      </td>
      <td data-label="Answers for it">
        {owner ?? <span className="quiet">Nobody yet</span>}
        {backup === null ? null : <span className={styles.slug}>backup: {backup}</span>}
      </td>
      <td data-label="Open" className={styles.figure}>
        {open}
      </td>
    </tr>
  );
}

function Problems({ blocking, advisory }: Pick<TypeRow, 'blocking' | 'advisory'>) {
  if (blocking + advisory === 0) return <span className="quiet">None</span>;
  return (
    <span className={styles.problemCount}>
      {blocking === 0 ? null : <Tag tone="danger">{blocking} blocking</Tag>}
      {advisory === 0 ? null : <Tag tone="warning">{advisory} to consider</Tag>}
    </span>
  );
}
