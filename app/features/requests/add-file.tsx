import { useFetcher } from '@remix-run/react';
import { HandOverFile } from '../../forms/hand-over-file.tsx';
import type { RefusedSaying } from './refused-saying.ts';
import styles from './tracker.module.css';

/** Adds a file to the request. */
export function AddFile({
  keyOf,
  refused,
}: {
  readonly keyOf: string;
  readonly refused: RefusedSaying | undefined;
}) {
  const { submit } = useFetcher();
  return (
    <div className={styles.addFile}>
      <HandOverFile
        id="add-file"
        hintClass={styles.hint}
        refused={refused?.refused.detail}
        sent={(attachment) => submit({ _intent: 'attach', _key: keyOf, attachment }, { method: 'post' })}
      />
    </div>
  );
}
