import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import styles from './numbers.module.css';
import type { NumbersPage } from './numbers-page.server.ts';

/** The numbers at a glance, each opening the cases behind it. */
export function Figures({ figures }: { readonly figures: SerializeFrom<NumbersPage>['figures'] }) {
  return (
    <ul className={styles.figures} aria-label="At a glance">
      {figures.map(({ label, value, note, to, tone }) => (
        <li className={styles.figure} key={label}>
          <span className={styles.label}>{label}</span>
          {to === null ? (
            <span className={styles.value}>{value}</span>
          ) : (
            <Link className={styles.value} to={to} data-tone={tone}>
              <span className="only-read">{label}: </span>
              {value}
            </Link>
          )}
          <span className={styles.note}>{note}</span>
        </li>
      ))}
    </ul>
  );
}
