import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { PlaceGroup } from '../../lib/place.ts';
import styles from './palette.module.css';
import { goKeys } from './use-go-keys.ts';

interface Told {
  readonly key: string;
  readonly does: string;
}

/** The keys of the page that is shown: those its buttons wear, those it tells of, and those that hold everywhere. */
export function EveryKey({
  groups,
  close,
}: {
  readonly groups: readonly PlaceGroup[];
  readonly close: () => void;
}) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    sheet.current?.showModal();
  }, []);
  const here = keysOfPage();
  const everywhere: readonly Told[] = [
    { key: 'Ctrl K', does: 'Search, or go anywhere' },
    { key: '/', does: 'Search' },
    ...goKeys(groups).map(({ key, label }) => ({ key: `g ${key}`, does: label })),
    { key: 'Ctrl Enter', does: 'Send what you write' },
    { key: '?', does: 'This sheet' },
  ];
  return (
    <dialog className={styles.sheet} ref={sheet} onClose={close} aria-labelledby="every-key">
      <h2 id="every-key">Keys</h2>
      {here.length === 0 ? null : <Keys title="On this page" keys={here} />}
      <Keys title="Everywhere" keys={everywhere} />
      <form method="dialog" className={styles.foot}>
        <Link to="/settings/appearance" onClick={() => sheet.current?.close()}>
          Switch single keys off
        </Link>
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

function Keys({ title, keys }: { readonly title: string; readonly keys: readonly Told[] }) {
  return (
    <section>
      <h3>{title}</h3>
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
    </section>
  );
}

/** Buttons wear their key as `data-key`; pages tell of others in a list that is marked so. */
function keysOfPage(): readonly Told[] {
  const worn = [...document.querySelectorAll<HTMLElement>('main [data-key]')].map((element) => ({
    key: element.dataset['key'] ?? '',
    does: element.dataset['does'] ?? element.parentElement?.textContent?.replace(/\S$/, '').trim() ?? '',
  }));
  const beside = /^\/cases\/[^/]+$/.test(window.location.pathname)
    ? [{ key: '[ ]', does: 'Previous and next case of the list you came from' }]
    : [];
  return [...worn, ...beside];
}
