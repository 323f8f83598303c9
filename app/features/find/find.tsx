import { Form, useNavigate } from '@remix-run/react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { PlaceGroup } from '../../lib/place.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { besideInList, isCase, keepList } from './case-order.ts';
import styles from './find.module.css';
import { useGoKeys } from './use-go-keys.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const EveryKey = lazy(async () => ({ default: (await import('./every-key.tsx')).EveryKey }));

/** Searching and going anywhere, from every page: a field that works by itself, the palette behind Ctrl or Cmd with K, and the keys that hold everywhere. */
export function Find({ groups }: { readonly groups: readonly PlaceGroup[] }) {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  /** What closes may have been followed by something else already. */
  const close = (what: 'palette' | 'keys') => (): void => setOpen((now) => (now === what ? null : now));
  const beside = (by: -1 | 1) => () => {
    const to = besideInList(window.location.pathname, by);
    if (to !== null) navigate(to);
  };
  const early = useEarlyWords(open === 'palette');
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') === null) setOpen('palette');
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    document.addEventListener('click', keepList, true);
    return () => document.removeEventListener('click', keepList, true);
  }, []);
  useKeys({
    // A page that searches by itself comes first.
    '/': () =>
      (document.querySelector<HTMLInputElement>('main input[type="search"]') ?? field.current)?.focus(),
    '?': () => setOpen('keys'),
    g: useGoKeys(groups, navigate),
  });
  // Elsewhere the same keys may do something else. The address is there before the page is.
  useKeys({ '[': beside(-1), ']': beside(1) }, () => isCase(window.location.pathname));
  return (
    <>
      <Form
        method="get"
        className={styles.find ?? ''}
        action="/cases"
        role="search"
        aria-label="Find a case anywhere"
      >
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          name="q"
          aria-label="Find a case by number or words"
          placeholder="Search or go to"
          maxLength={200}
          autoComplete="off"
        />
        <span className={styles.hint} aria-hidden="true">
          Ctrl K
        </span>
      </Form>
      <a
        className={styles.lens}
        href="/cases"
        aria-label="Search"
        onClick={(event) => {
          event.preventDefault();
          setOpen('palette');
        }}
      >
        <Icon name="search" />
      </a>
      <Suspense fallback={null}>
        {open === 'palette' ? (
          <Palette groups={groups} early={early} close={close('palette')} keys={() => setOpen('keys')} />
        ) : null}
        {open === 'keys' ? <EveryKey groups={groups} close={close('keys')} /> : null}
      </Suspense>
    </>
  );
}

/** What is typed between opening the palette and its arrival: it begins with that, so that nobody has to wait for it. */
function useEarlyWords(opening: boolean): () => string {
  const words = useRef('');
  useEffect(() => {
    if (!opening) return;
    words.current = '';
    const listen = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]') !== null || event.key.length !== 1) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      words.current += event.key;
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [opening]);
  return () => words.current;
}
