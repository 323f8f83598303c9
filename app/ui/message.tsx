import type { ReactNode } from 'react';
import styles from './message.module.css';

/** A page that only says one thing, and what to do next. */
export function Message({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={styles.message} id="main">
      <h1>{title}</h1>
      <p>{children}</p>
    </main>
  );
}
