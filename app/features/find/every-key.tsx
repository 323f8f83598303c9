import { Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { exactTimesShown, turnExactTimes } from '../../lib/exact-times.ts';
import { shownKey } from '../../lib/own-keys.ts';
import type { PlaceGroup } from '../../lib/place.ts';
import { useOwnKeys } from '../../lib/use-own-keys.ts';
import { isCase } from './case-order.ts';
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
  const [exact, setExact] = useState(exactTimesShown);
  const own = useOwnKeys();
  const told = (name: string): string => shownKey(own(name));
  const here = keysOfPage(`${told('[')} ${told(']')}`);
  const everywhere: readonly Told[] = [
    { key: 'Ctrl K', does: 'Search, or go anywhere' },
    { key: told('/'), does: 'Search' },
    ...goKeys(groups).map(({ name, label }) => ({ key: `${told('g')} ${told(name)}`, does: label })),
    { key: told('e'), does: 'Exact times, or short ones' },
    { key: 'Ctrl Enter', does: 'Send what you write' },
    { key: told('?'), does: 'This sheet' },
  ];
  return (
    <dialog className={styles.sheet} ref={sheet} onClose={close} aria-labelledby="every-key">
      <h2 id="every-key">Keys</h2>
      {here.length === 0 ? null : <Keys title="On this page" keys={here} />}
      <Keys title="Everywhere" keys={everywhere} />
      <form method="dialog" className={styles.foot}>
        <Link to="/settings/appearance" onClick={() => sheet.current?.close()}>
          Change the keys, or switch them off
        </Link>
        <button type="button" aria-pressed={exact} onClick={() => setExact(turnExactTimes())}>
          Exact times
        </button>
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
function keysOfPage(beside: string): readonly Told[] {
  const worn = [...document.querySelectorAll<HTMLElement>('main [data-key]')].map((element) => ({
    key: element.dataset['key'] ?? '',
    does: element.dataset['does'] ?? wordsBeside(element),
  }));
  // The same key on a row, beside it and in the bar is one.
  const once = worn.filter(({ key }, at) => worn.findIndex((one) => one.key === key) === at);
  return isCase(window.location.pathname)
    ? [...once, { key: beside, does: 'Previous and next case of the list you came from' }]
    : once;
}

/** What a button says, without the key it wears. */
function wordsBeside(hint: HTMLElement): string {
  const all = hint.parentElement?.textContent ?? '';
  return all.slice(0, all.length - (hint.textContent?.length ?? 0)).trim();
}
