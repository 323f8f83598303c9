import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A word that marks something: “Internal”, “Decides”. */
export function Tag({
  tone,
  children,
}: {
  readonly tone?: 'accent' | 'warning' | 'danger' | 'success';
  readonly children: ReactNode;
}) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
