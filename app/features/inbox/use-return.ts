import { type RefObject, useEffect } from 'react';

/** Puts the focus back on the row one left to do something, or on the first one when that is gone. */
export function useReturn(list: RefObject<HTMLElement | null>, at: string | null): void {
  useEffect(() => {
    if (at === null) return;
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
    (rows.find((row) => row.dataset['row'] === at) ?? rows[0])?.focus();
  }, [list, at]);
}
