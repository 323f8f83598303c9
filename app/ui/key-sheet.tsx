import { useRef } from 'react';
import { useKeys } from '../lib/use-keys.ts';
import { Icon } from './icon.tsx';
import styles from './key-sheet.module.css';

/** The keys of a page, behind `?` and a button. */
export function KeySheet({
  keys,
}: {
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}) {
  const sheet = useRef<HTMLDialogElement>(null);
  const open = (): void => sheet.current?.showModal();
  useKeys({ '?': open });
  return (
    <>
      <button className={styles.open} type="button" onClick={open} aria-label="Keys for this page">
        <Icon name="ask" />
      </button>
      <dialog className={styles.sheet} ref={sheet} aria-labelledby="keys-title">
        <h2 id="keys-title">Keys for this page</h2>
        <dl className={styles.keys}>
          {keys.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button className={styles.close} type="submit">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
