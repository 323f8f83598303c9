import { useEffect, useRef } from 'react';
import type { PlaceGroup } from '../../lib/place.ts';

const waitMs = 1_500;

/** Which place a key behind `g` leads to, by how the place is called. */
const letters: Readonly<Record<string, string>> = {
  i: 'Inbox',
  c: 'Catalogue',
  r: 'Request types',
  l: 'Decision log',
  m: 'My requests',
  n: 'Numbers',
  s: 'Start',
};

/** The places of this person that `g` and a key lead to. */
export function goKeys(
  groups: readonly PlaceGroup[],
): readonly { readonly key: string; readonly label: string; readonly to: string }[] {
  const places = groups.flatMap((group) => group.places);
  return Object.entries(letters).flatMap(([key, label]) => {
    const place = places.find((one) => one.label === label);
    return place === undefined ? [] : [{ key, label, to: place.to }];
  });
}

/** What `g` does: the next key within a moment leads to a place, and nothing else happens by it. */
export function useGoKeys(groups: readonly PlaceGroup[], go: (to: string) => void): () => void {
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return () => {
    stop.current?.();
    const listen = (event: KeyboardEvent): void => {
      stop.current?.();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const place = goKeys(groups).find(({ key }) => key === event.key);
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
