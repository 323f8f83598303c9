import type { Due } from '../lib/due.ts';
import styles from './due-mark.module.css';
import { Icon } from './icon.tsx';

/** A semaphore and the words for when something is due. */
export function DueMark({ due }: { readonly due: Due }) {
  return (
    <span className={styles.due} data-due={due.tone} title={due.exact}>
      <Icon name={`sla-${due.tone}`} />
      <span>
        {due.words}
        <span className="only-read">, {due.exact}</span>
      </span>
    </span>
  );
}
