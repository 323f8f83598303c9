import type { ReactNode } from 'react';
import styles from './page.module.css';

/** A page inside the frame: its bar with the title, what stands beside the title, and the body, which alone scrolls. */
export function Page({
  title,
  crumbs,
  tools,
  children,
}: {
  readonly title: string;
  /** Where one came from, before the title. */
  readonly crumbs?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <main className={styles.page} id="main">
      <header className={styles.bar}>
        {crumbs}
        <h1>{title}</h1>
        {tools}
      </header>
      <div className={styles.body}>{children}</div>
    </main>
  );
}
