import styles from './mark.module.css';

/** The mark: a crossover with one route set and the two conflicting ends locked out. */
export function Mark() {
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="2.75"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path className={styles.stub} d="M2.5 6h4.5M17 18h4.5" />
      <path className={styles.route} d="M2.5 18h2.25C12 18 9 6 16.25 6h1" />
      <circle className={styles.lamp} cx="19" cy="6" r="2.75" />
    </svg>
  );
}
