import { Link } from '@remix-run/react';
import styles from './tabs.module.css';

/** One of several lists of the same kind of thing. */
export interface Tab {
  readonly to: string;
  readonly label: string;
  readonly count?: string;
  readonly current: boolean;
}

/** Links between lists of the same kind; the one shown is underlined. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, label: name, count, current }) => (
        <Link key={to} to={to} aria-current={current ? 'page' : undefined} prefetch="intent">
          {name}
          {count === undefined ? null : <span className={styles.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
