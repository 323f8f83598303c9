import { useId } from 'react';
import { Icon } from './icon.tsx';
import styles from './locked.module.css';

/** Something that cannot be done now: a dashed button with a lock, and the reason in words beside it. */
export function Locked({ label, reason }: { readonly label: string; readonly reason: string }) {
  const id = useId();
  return (
    <div className={styles.locked}>
      <button className={styles.button} type="button" aria-disabled="true" aria-describedby={id}>
        <Icon name="lock" />
        {label}
      </button>
      <p className={styles.reason} id={id}>
        {reason}
      </p>
    </div>
  );
}
