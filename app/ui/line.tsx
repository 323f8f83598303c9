import { ExactTime, type Told } from './exact-time.tsx';
import styles from './line.module.css';

/** One station of a case's path. */
export interface Station {
  readonly id: string;
  readonly title: string;
  /** Set track is passed, a ring is here, hollow track is not yet set, a bar is the end of the line. */
  readonly at: 'passed' | 'here' | 'ahead' | 'end';
  /** Who, under the title. */
  readonly note?: string;
  /** Since when it is there, or when it was. */
  readonly when?: Told;
}

const spoken = { passed: 'done', here: 'the case is here', ahead: 'not yet', end: 'the end' } as const;

/** The path of a case: where it was, where it is, and what lies ahead. */
export function Line({
  stations,
  across = false,
}: {
  readonly stations: readonly Station[];
  readonly across?: boolean;
}) {
  return (
    <ol className={styles.line} data-across={across || undefined}>
      {stations.map(({ id, title, at, note, when }) => (
        <li key={id} data-at={at} aria-current={at === 'here' ? 'step' : undefined}>
          <span className={styles.station} aria-hidden="true" />
          <div className={styles.text}>
            <span className={styles.title}>{title}</span>
            <span className="only-read">, {spoken[at]}</span>
            {note === undefined ? null : <span className={styles.note}>{note}</span>}
            {when === undefined ? null : (
              <span className={styles.note}>
                {at === 'here' ? 'since ' : ''}
                <ExactTime at={when} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
