import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus back on the row one left to do something, or on the first one when that is gone; again when what was done there is taken back. */
export function useReturn(list: RefObject<HTMLElement | null>, at: string | null, did: string | null): void {
  const last = useRef('');
  useEffect(() => {
    const visit = `${at} ${did}`;
    if (at === null || last.current === visit) return;
    last.current = visit;
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
    (rows.find((row) => row.dataset['row'] === at) ?? rows[0])?.focus();
  }, [list, at, did]);
}
