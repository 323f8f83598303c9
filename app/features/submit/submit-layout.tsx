import type { ReactNode } from 'react';
import styles from './submit.module.css';

/** A form, and beside it what happens after it was sent. */
export function SubmitLayout({ next, children }: { readonly next: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.layout}>
      <div className={styles.main}>{children}</div>
      <aside className={styles.next} aria-label="What happens next">
        {next}
      </aside>
    </div>
  );
}
