import { Link } from '@remix-run/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useKeys } from '../lib/use-keys.ts';
import { Icon } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';
import styles from './toast.module.css';

const windowMs = 8_000;

/** What has just been done, for eight seconds; it waits while one points at it. `z` does `undo` while it is there. */
export function Toast({
  words,
  close,
  undo,
  children,
}: {
  readonly words: string;
  /** The address of the page without it. */
  readonly close: string;
  readonly undo: (() => void) | null;
  /** The form that takes it back. */
  readonly children: ReactNode;
}) {
  const [gone, setGone] = useState(false);
  const held = useRef(false);
  useEffect(() => {
    let left = windowMs;
    const timer = setInterval(() => {
      if (!held.current) left -= 250;
      if (left <= 0) setGone(true);
    }, 250);
    return () => clearInterval(timer);
  }, []);
  useKeys(undo === null || gone ? {} : { z: undo });
  const hold = (now: boolean) => () => {
    held.current = now;
  };
  return (
    <div
      className={styles.toasts}
      role="status"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      {gone ? null : (
        <div className={styles.toast}>
          <Icon name="check" />
          <span>{words}</span>
          {children}
          <Link className={styles.close ?? ''} to={close} preventScrollReset aria-label="Close">
            <Icon name="x" />
          </Link>
        </div>
      )}
    </div>
  );
}

/** Sends the form that takes back what was done. */
export function UndoButton() {
  return (
    <button className={styles.button} type="submit">
      Undo
      <KeyHint of="z" />
    </button>
  );
}
