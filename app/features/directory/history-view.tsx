import { Link } from '@remix-run/react';
import { ExactTime } from '../../ui/exact-time.tsx';
import styles from './directory.module.css';
import type { Happening } from './directory-view.ts';

/** What happened, newest first: who did what, from what to what, and why. */
export function HistoryView({ items }: { readonly items: readonly Happening[] }) {
  return (
    <ol className={styles.history}>
      {items.map(({ seq, at, who, what, changes, why }) => (
        <li key={seq}>
          <p>
            {who.to === null || who.program ? (
              <strong>{who.name}</strong>
            ) : (
              <Link to={who.to}>{who.name}</Link>
            )}{' '}
            {what}
          </p>
          <ExactTime at={at} />
          {changes.length === 0 ? null : (
            <ul className={styles.changes}>
              {changes.map(({ label, from, to }) => (
                <li key={label}>
                  {label}: {from === null ? null : <del>{from}</del>} {from === null ? to : <ins>{to}</ins>}
                </li>
              ))}
            </ul>
          )}
          {why === null ? null : <q className={styles.why}>{why}</q>}
        </li>
      ))}
    </ol>
  );
}
