import type { Due } from '../lib/due.ts';
import styles from './due-mark.module.css';
import { ExactWords } from './exact-time.tsx';
import { Icon } from './icon.tsx';

/** A semaphore and the words for when something is due; `what` says what of it is, such as “First answer”. */
export function DueMark({ due, what = null }: { readonly due: Due; readonly what?: string | null }) {
  return (
    <span className={styles.due} data-due={due.tone} title={due.exact} data-exact={due.exact}>
      <Icon name={`sla-${due.tone}`} />
      <span>
        {what === null ? null : <span className={styles.what}>{what} </span>}
        <ExactWords at={due} />
      </span>
    </span>
  );
}
