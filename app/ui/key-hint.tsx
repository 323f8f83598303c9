import styles from './key-hint.module.css';

/** The key that does the same; not read aloud, and not shown where there is no keyboard. */
export function KeyHint({ of }: { readonly of: string }) {
  return (
    <span className={styles.key} aria-hidden="true" data-key={of}>
      {of}
    </span>
  );
}
