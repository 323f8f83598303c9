import type { CaseData } from './case-data.ts';
import styles from './clock-figure.module.css';

const statusWords = {
  running: 'running',
  paused: 'paused',
  satisfied: 'kept',
  cancelled: 'called off',
} as const;

/** How a clock comes to its due time: days on one scale, and the sum in words. */
export function ClockFigure({ clock }: { readonly clock: CaseData['clocks'][number] }) {
  const { id, title, target, status, breached, days, earlier, begins, ends, summary, pauses } = clock;
  const over = status === 'satisfied' || status === 'cancelled';
  const words = breached ? (over ? 'missed' : 'late') : statusWords[status];
  return (
    <section className={styles.section} aria-labelledby={`clock-${id}`}>
      <div className={styles.head}>
        <h2 id={`clock-${id}`}>
          {title}: within {target}
        </h2>
        <span className={styles.status} data-late={breached || undefined}>
          {words}
        </span>
      </div>
      {over || days.length === 0 ? null : (
        <div className={styles.strips} aria-hidden="true">
          {days.map((day) => (
            <div className={styles.day} key={day.id}>
              <span>{day.label}</span>
              <svg
                className={styles.strip}
                viewBox="0 0 1000 10"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect className={styles.ground} width="1000" height="10" />
                {day.stretches.map(({ from, width, kind }) => (
                  <rect
                    key={`${kind}-${from}`}
                    className={styles.stretch}
                    data-kind={kind}
                    x={from}
                    width={width}
                    y={kind === 'paused' ? 3.5 : 0}
                    height={kind === 'paused' ? 3 : 10}
                  />
                ))}
              </svg>
              <span className={styles.end}>{day.worked}</span>
            </div>
          ))}
          <div className={styles.day}>
            <span />
            <span className={styles.axis}>
              <span>{begins}</span>
              <span>{ends}</span>
            </span>
            <span />
          </div>
        </div>
      )}
      <p className={styles.sum}>
        <b>{summary}</b>
        {earlier > 0 && !over ? ` ${earlier} more ${earlier === 1 ? 'day' : 'days'} are not drawn.` : null}
        {pauses.map((pause) => ` ${pause}`)}
      </p>
    </section>
  );
}
