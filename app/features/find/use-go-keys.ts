import { useEffect, useRef } from 'react';
import { knownKeys } from '../../lib/key-list.ts';
import type { PlaceGroup } from '../../lib/place.ts';
import { useOwnKeys } from '../../lib/use-own-keys.ts';

const waitMs = 1_500;
const modifiers: ReadonlySet<string> = new Set(['Shift', 'AltGraph', 'CapsLock']);

/** The places of this person that the key to go and another lead to; keys are called by the usual ones. */
export function goKeys(
  groups: readonly PlaceGroup[],
): readonly { readonly name: string; readonly label: string; readonly to: string }[] {
  const places = groups.flatMap((group) => group.places);
  return knownKeys.flatMap(({ name, place: kind, does }) => {
    const place = kind === 'go' ? places.find((one) => one.label === does) : undefined;
    return place === undefined ? [] : [{ name, label: does, to: place.to }];
  });
}

/** What the key to go does: the next key within a moment leads to a place, and nothing else happens by it. */
export function useGoKeys(groups: readonly PlaceGroup[], go: (to: string) => void): () => void {
  const own = useOwnKeys();
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return () => {
    stop.current?.();
    const listen = (event: KeyboardEvent): void => {
      // Shift alone is only on the way to a key.
      if (modifiers.has(event.key)) return;
      stop.current?.();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const place = goKeys(groups).find(({ name }) => own(name) === event.key);
      if (place === undefined) return;
      event.preventDefault();
      go(place.to);
    };
    // Before the page's own keys: `i` alone asks for information, `g i` does not.
    window.addEventListener('keydown', listen, true);
    const timer = setTimeout(() => stop.current?.(), waitMs);
    stop.current = () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listen, true);
      stop.current = undefined;
    };
  };
}
