import { shownKey } from '../lib/own-keys.ts';
import { useOwnKeys } from '../lib/use-own-keys.ts';
import styles from './key-hint.module.css';

/** The reader's key for what usually the key `of` does; not read aloud, and not shown where there is no keyboard. */
export function KeyHint({ of }: { readonly of: string }) {
  const key = shownKey(useOwnKeys()(of));
  return (
    <span className={styles.key} aria-hidden="true" data-key={key}>
      {key}
    </span>
  );
}
