import { ExactTime } from './exact-time.tsx';
import { Icon } from './icon.tsx';
import styles from './stale.module.css';

/** Says that the page no longer hears of changes, and as of when it is shown. */
export function Stale({ asOf }: { readonly asOf: { readonly words: string; readonly exact: string } }) {
  return (
    <p className={styles.stale} role="status">
      <Icon name="alert" />
      <span>
        Shown as of <ExactTime at={asOf} />. The connection is gone; what changes meanwhile is shown once it
        is back.
      </span>
    </p>
  );
}
