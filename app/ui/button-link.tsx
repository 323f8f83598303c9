import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import styles from './button.module.css';

/** A link that looks like a button: it opens something and works without scripts. */
export function ButtonLink({
  to,
  kind,
  id,
  children,
}: {
  readonly to: string;
  readonly kind?: 'primary' | 'quiet' | undefined;
  readonly id?: string;
  readonly children: ReactNode;
}) {
  return (
    <Link className={styles.button ?? ''} to={to} data-kind={kind} id={id} preventScrollReset>
      {children}
    </Link>
  );
}
