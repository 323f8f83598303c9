import { useEffect, useRef } from 'react';
import { useOwnKeys } from './use-own-keys.ts';

/** What single keys do on a page, by the usual key. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

const always = (): boolean => true;

/** Listens for single keys, or for those the reader has put in their place, while nobody is typing, no other key is held, no dialog is open, and the reader has not switched them off; where they do not hold, another may have them. */
export function useKeys(keys: Keys, holds: () => boolean = always): void {
  const own = useOwnKeys();
  const latest = useRef({ keys, own, holds });
  latest.current = { keys, own, holds };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isForPage(event)) return;
      const now = latest.current;
      if (!now.holds()) return;
      const act = Object.entries(now.keys).find(([name]) => now.own(name) === event.key)?.[1];
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** What Space presses by itself, wherever the focus stands on it. */
const pressed = 'input, button, summary';

function isForPage(event: KeyboardEvent): boolean {
  if (document.documentElement.dataset['keys'] === 'off') return false;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (event.key === ' ' && target?.closest(pressed)) return false;
  // The browser remembers which dialogs there are; a selector would look through the whole page at every key.
  const dialogs = [...document.getElementsByTagName('dialog')];
  return !target?.closest(typing) && !dialogs.some(({ open }) => open);
}
