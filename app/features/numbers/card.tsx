import type { ReactNode } from 'react';
import styles from './numbers.module.css';

/** One chart: its title, what its marks mean, the drawing, what it says in a sentence, and the same as a table with the cases behind each number. */
export function Card({
  id,
  title,
  legend = [],
  sentence,
  table,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly legend?: readonly { readonly mark: string; readonly label: string }[];
  readonly sentence: ReactNode;
  readonly table?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.cardHead}>
        <h2 id={id}>{title}</h2>
        {legend.length === 0 ? null : (
          <ul className={styles.legend}>
            {legend.map(({ mark, label }) => (
              <li key={mark}>
                <svg width="10" height="10" aria-hidden="true">
                  <rect width="10" height="10" rx="2" data-mark={mark} />
                </svg>
                {label}
              </li>
            ))}
          </ul>
        )}
      </header>
      {children}
      <p className={styles.sentence}>{sentence}</p>
      {table === undefined ? null : (
        <details className={styles.asTable}>
          <summary>As a table</summary>
          <div className={styles.scroll}>{table}</div>
        </details>
      )}
    </section>
  );
}
