import type { ReactNode } from 'react';
import styles from './gate-page.module.css';
import { Mark } from './mark.tsx';

/** A page before the door: one card with one form. */
export function GatePage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  return (
    <main className={styles.gate} id="main">
      <div className={styles.card}>
        <p className={styles.brand}>
          <Mark />
          Signalbox
        </p>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}

/** What a form could not do, said above it. */
export function Refusal({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.refusal} role="alert">
      {children}
    </p>
  );
}
