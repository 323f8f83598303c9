import type { ReactNode } from 'react';
import styles from './button.module.css';

/** A button that submits its form; the verb is its text. */
export function Button({
  kind,
  size,
  children,
}: {
  readonly kind?: 'primary' | 'quiet';
  readonly size?: 'form';
  readonly children: ReactNode;
}) {
  return (
    <button className={styles.button} type="submit" data-kind={kind} data-size={size}>
      {children}
    </button>
  );
}
