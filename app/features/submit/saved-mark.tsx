import { Icon } from '../../ui/icon.tsx';
import styles from './submit.module.css';

/** When the draft was last kept; nothing until it was, which only happens in the browser. */
export function SavedMark({ at }: { readonly at: number | null }) {
  if (at === null) return null;
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <span className={styles.saved}>
      <Icon name="check" />
      Kept in this browser, {clock.format(at)}
    </span>
  );
}
