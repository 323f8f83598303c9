import { useBlocker } from '@remix-run/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { askAgain, onReach, serverIsGone } from '../lib/reach.ts';
import { Icon } from './icon.tsx';
import styles from './no-connection.module.css';

/** What was kept from leaving the page, and how it goes on. */
interface Held {
  readonly goOn: () => void;
  readonly stay: () => void;
}

/** What a link takes for the intent to follow it. */
const aheads = ['mouseover', 'mouseout', 'focusin', 'touchstart'] as const;

const canReach = (): boolean => navigator.onLine && !serverIsGone();

/** How long the page says that the server is back, in ms. */
const saidMs = 4_000;

/** Keeps the page, with everything typed into it, from being left for one that cannot be loaded; says so, and goes on when told. */
export function NoConnection() {
  const isGone = useSyncExternalStore(onReach, serverIsGone, () => false);
  const isBack = useIsConnected() && !isGone;
  const [address, setAddress] = useState<string | null>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      !navigator.onLine &&
      (historyAction === 'REPLACE' ||
        currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search ||
        currentLocation.hash === nextLocation.hash),
  );
  useEffect(() => {
    const hold = (event: MouseEvent): void => {
      if (canReach() || event.defaultPrevented || event.button !== 0) return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
      if (link.pathname === location.pathname && link.search === location.search) return;
      event.preventDefault();
      setAddress(link.href);
    };
    document.addEventListener('click', hold);
    return () => document.removeEventListener('click', hold);
  }, []);
  useEffect(() => {
    // A page fetched ahead that cannot be had would load this one anew, and there is nothing to load it from.
    const stop = (event: Event): void => {
      if (canReach()) return;
      // Where the pointer comes to is told by the place it leaves.
      const at =
        event instanceof MouseEvent && event.type === 'mouseout' ? event.relatedTarget : event.target;
      if (at instanceof Element && at.closest('a[href]') !== null) event.stopPropagation();
    };
    for (const name of aheads) window.addEventListener(name, stop, true);
    return () => {
      for (const name of aheads) window.removeEventListener(name, stop, true);
    };
  }, []);
  const held: Held | null =
    blocker.state === 'blocked'
      ? { goOn: () => blocker.proceed(), stay: () => blocker.reset() }
      : address === null
        ? null
        : { goOn: () => location.assign(address), stay: () => setAddress(null) };
  return (
    <div className={styles.place} role="status">
      {held === null ? <Server isGone={isGone} /> : <Bar held={held} isBack={isBack} />}
    </div>
  );
}

function Bar({ held: { goOn, stay }, isBack }: { readonly held: Held; readonly isBack: boolean }) {
  const [tried, setTried] = useState(0);
  const again = (): void => {
    if (serverIsGone()) askAgain();
    setTried((times) => times + 1);
  };
  return (
    <div className={styles.bar}>
      <Icon name={isBack ? 'check' : 'alert'} />
      <p>
        {isBack
          ? 'The connection is back. Nothing you typed was lost.'
          : `No connection${tried > 0 ? ' yet' : ''}. Nothing was sent; what you typed is kept here, and it goes on when the connection is back.`}
      </p>
      <span className={styles.ways}>
        <button type="button" onClick={() => (isBack ? goOn() : again())}>
          {isBack ? 'Go on' : 'Try again'}
        </button>
        <button type="button" onClick={stay}>
          Stay here
        </button>
      </span>
    </div>
  );
}

/** The server does not answer: what was begun waits for it, and goes on by itself. */
function Server({ isGone }: { readonly isGone: boolean }) {
  const [saysBack, setSaysBack] = useState(false);
  const wasGone = useRef(false);
  useEffect(() => {
    const isBack = wasGone.current && !isGone;
    wasGone.current = isGone;
    setSaysBack(isBack);
    if (!isBack) return;
    const end = setTimeout(() => setSaysBack(false), saidMs);
    return () => clearTimeout(end);
  }, [isGone]);
  if (!isGone && !saysBack) return null;
  return (
    <div className={styles.bar}>
      <Icon name={isGone ? 'alert' : 'check'} />
      <p>
        {isGone
          ? 'Signalbox does not answer. What you typed is kept here, and what you began goes on by itself when it is back.'
          : 'Signalbox is back. Nothing you typed was lost.'}
      </p>
      {isGone ? (
        <span className={styles.ways}>
          <button type="button" onClick={askAgain}>
            Try again
          </button>
        </span>
      ) : null}
    </div>
  );
}

/** Whether the browser has a connection, as far as it can tell. */
function useIsConnected(): boolean {
  const [isConnected, set] = useState(true);
  useEffect(() => {
    const look = (): void => set(navigator.onLine);
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return isConnected;
}
