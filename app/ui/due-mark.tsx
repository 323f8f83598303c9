import type { Due } from '../lib/due.ts';
import styles from './due-mark.module.css';
import { ExactWords } from './exact-time.tsx';
import { Icon } from './icon.tsx';

/** A semaphore and the words for when something is due. */
export function DueMark({ due }: { readonly due: Due }) {
  return (
    <span className={styles.due} data-due={due.tone} title={due.exact} data-exact={due.exact}>
      <Icon name={`sla-${due.tone}`} />
      <span>
        <ExactWords at={due} />
      </span>
    </span>
  );
}
