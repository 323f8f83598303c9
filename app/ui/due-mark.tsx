import styles from './due-mark.module.css';
import { Icon } from './icon.tsx';

/** When something is due, as the server worded it. */
export interface Due {
  /** An arm down is fine, a swallow-tail is soon, a square flag is late. */
  readonly tone: 'fine' | 'soon' | 'breached' | 'paused';
  readonly words: string;
  /** The exact time, shown on hover and read aloud. */
  readonly exact: string;
}

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
