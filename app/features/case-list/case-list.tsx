import type { SerializeFrom } from '@remix-run/node';
import { Link, useSearchParams } from '@remix-run/react';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { CaseFilters } from './case-filters.tsx';
import styles from './case-list.module.css';
import type { CaseListPage } from './case-list-page.server.ts';

type Page = SerializeFrom<CaseListPage>;

/** Every case the reader may see, newest first, narrowed by what its address says. */
export function CaseList({ page }: { readonly page: Page }) {
  const { rows, said, refine, many } = page;
  return (
    <>
      <CaseFilters page={page} />
      {said === null ? null : <Said said={said} />}
      {refine ? (
        <p className={styles.said}>These are the newest of more. Give another word to find fewer.</p>
      ) : null}
      {many === null ? null : (
        <p className={styles.said} role="status">
          {many}
        </p>
      )}
      {rows.length === 0 ? (
        <Empty title="No case is like this">
          Take away what narrows the list, or look at <Link to="/cases">everything</Link>. Only cases you may
          read are listed.
        </Empty>
      ) : (
        <Rows rows={rows} />
      )}
      <Pages page={page} />
    </>
  );
}

/** What was counted when, with the way back to all. */
function Said({ said }: { readonly said: string }) {
  const [params] = useSearchParams();
  const rest = new URLSearchParams(params);
  for (const name of ['counted', 'from', 'to', 'age', 'after']) rest.delete(name);
  return (
    <p className={styles.said}>
      {said}. <Link to={`/cases?${rest.toString()}`}>Whenever</Link>
    </p>
  );
}

const columns = [
  ['Number', styles.number],
  ['Case'],
  ['State', styles.state],
  ['Who has it', styles.holder],
  ['Due', styles.due],
  ['Sent', styles.sent],
] as const;

function Rows({ rows }: { readonly rows: Page['rows'] }) {
  return (
    <table className={styles.rows}>
      <ColumnHeads columns={columns} />
      <tbody>
        {rows.map(({ id, number, title, type, state, holder, due, sent }) => (
          <tr key={id}>
            <td className={styles.number}>{number}</td>
            <td className={styles.what}>
              <Link to={`/cases/${id}`} className={styles.title} prefetch="intent">
                {title}
              </Link>
              <span className={styles.type}>{title.startsWith(type) ? null : type}</span>
            </td>
            <td className={styles.state}>
              <StateMark {...state} bare />
            </td>
            <td className={styles.holder}>
              <span className="clip">{holder}</span>
            </td>
            <td className={styles.due}>{due === null ? null : <DueMark due={due} />}</td>
            <td className={styles.sent}>
              <ExactTime at={sent} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ page: { next, first } }: { readonly page: Page }) {
  const [params] = useSearchParams();
  const at = (after: string | null): string => {
    const changed = new URLSearchParams(params);
    if (after === null) changed.delete('after');
    else changed.set('after', after);
    return `/cases?${changed.toString()}`;
  };
  if (next === null && first) return null;
  return (
    <nav className={styles.pages} aria-label="Pages">
      {first ? null : <Link to={at(null)}>Newest</Link>}
      {next === null ? null : <Link to={at(next)}>Older</Link>}
    </nav>
  );
}
