import type { ReactNode } from 'react';
import styles from './button.module.css';

/** A button that submits its form; the verb is its text. */
export function Button({
  kind,
  size,
  name,
  value,
  children,
}: {
  readonly kind?: 'primary' | 'quiet';
  readonly size?: 'form';
  /** What the form says when it is this one that was pressed. */
  readonly name?: string;
  readonly value?: string;
  readonly children: ReactNode;
}) {
  return (
    <button
      className={styles.button}
      type="submit"
      name={name}
      value={value}
      data-kind={kind}
      data-size={size}
    >
      {children}
    </button>
  );
}
