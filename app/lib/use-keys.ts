import { useEffect, useRef } from 'react';

/** What single keys do on a page, by key. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/** Listens for single keys while nobody is typing, no other key is held, no dialog is open, and the reader has not switched them off. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isForPage(event)) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isForPage(event: KeyboardEvent): boolean {
  if (document.documentElement.dataset['keys'] === 'off') return false;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  // The browser remembers which dialogs there are; a selector would look through the whole page at every key.
  const dialogs = [...document.getElementsByTagName('dialog')];
  return !target?.closest(typing) && !dialogs.some(({ open }) => open);
}
