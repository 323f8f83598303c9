import styles from './exact-time.module.css';

/** A time in words and in full, as the server worded it. */
export interface Told {
  readonly words: string;
  readonly exact: string;
  /** As short as an exact time can be; `exact` where there is none. */
  readonly brief?: string | undefined;
}

/** A moment in short words. Its exact time is read aloud, comes on hover and by a touch, and takes the place of the words while exact times are shown. */
export function ExactTime({ at, className }: { readonly at: Told; readonly className?: string | undefined }) {
  return (
    <time className={`${styles.time} ${className ?? ''}`} title={at.exact} data-exact={at.exact}>
      <ExactWords at={at} />
    </time>
  );
}

/** The words of a time and the exact ones, of which the short or the exact are seen; for what wears `data-exact` itself. */
export function ExactWords({ at: { words, exact, brief } }: { readonly at: Told }) {
  return (
    <>
      <span className={styles.words}>
        {words}
        <span className="only-read">, </span>
      </span>
      <span className={styles.brief} aria-hidden="true">
        {brief ?? exact}
      </span>
      <span className="only-read">{exact}</span>
    </>
  );
}
