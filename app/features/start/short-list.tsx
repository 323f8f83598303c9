import { Link } from '@remix-run/react';
import type { Due } from '../../lib/due.ts';
import { DueMark } from '../../ui/due-mark.tsx';
import styles from './start.module.css';

/** A case in a few words. */
interface Short {
  readonly key: string;
  readonly to: string;
  readonly number: string;
  readonly title: string;
  /** What is asked, or who has it. */
  readonly second: string;
  readonly due: Due | null;
  /** What is due then. */
  readonly dueOf: string | null;
}

/** A few cases under a head, with the way to all of them. */
export function ShortList({
  id,
  title,
  rows,
  all,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Short[];
  readonly all: { readonly to: string; readonly label: string };
}) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.types} aria-labelledby={id}>
      <div className={styles.listHead}>
        <h2 id={id}>{title}</h2>
        <Link to={all.to}>{all.label}</Link>
      </div>
      <ul className={styles.short}>
        {rows.map(({ key, to, number, title: what, second, due, dueOf }) => (
          <li key={key}>
            <div>
              <Link to={to} prefetch="intent">
                {what}
              </Link>
              <span className="second">
                <span className="num">{number}</span> · {second}
              </span>
            </div>
            {due === null ? null : <DueMark due={due} what={dueOf} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
