import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** An empty list: what it would hold, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg className={styles.track} viewBox="0 0 120 16" aria-hidden="true">
        <path d="M8 8h92" />
        <circle cx="8" cy="8" r="5" />
        <path d="M100 2v12" />
      </svg>
      <h2>{title}</h2>
      <div className="second">{children}</div>
    </div>
  );
}
