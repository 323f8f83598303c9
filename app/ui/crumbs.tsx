import { Link } from '@remix-run/react';
import styles from './crumbs.module.css';
import { Icon } from './icon.tsx';

/** Where one came from, before the title of a page. */
export function Crumbs({
  trail,
}: {
  readonly trail: readonly { readonly to: string; readonly label: string }[];
}) {
  return (
    <nav className={styles.crumbs} aria-label="Where you are">
      {trail.map(({ to, label }) => (
        <span className={styles.crumb} key={to}>
          <Link to={to} prefetch="intent">
            {label}
          </Link>
          <Icon name="chev-right" />
        </span>
      ))}
    </nav>
  );
}
