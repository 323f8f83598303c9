import { type RefObject, useRef } from 'react';

/** Where one was last: which list it stood in, the row, and which one of the list that was. */
interface Stood {
  readonly place: string;
  readonly at: HTMLAnchorElement | undefined;
  readonly index: number;
}

/** Moving through the rows of a list by keys: the row that has the focus is where one is. When it left the list, one goes on from where it stood in `place`. */
export function useRowKeys(list: RefObject<HTMLElement | null>, toggle: (id: string) => void, place: string) {
  const last = useRef<Stood>({ place, at: undefined, index: -1 });
  const rows = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
  const rowOf = (element: Element | null) =>
    element?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  const current = () =>
    list.current?.contains(document.activeElement) === true ? rowOf(document.activeElement) : undefined;
  const go = (at: HTMLAnchorElement | undefined, index: number): void => {
    last.current = { place, at, index };
    at?.focus();
  };
  const move = (by: 1 | -1) => (): void => {
    const at = current();
    const stood = last.current;
    if (at === undefined || at === null) {
      const all = rows();
      const index = onFrom(stood.place === place ? stood.index : -1, by, all.length);
      go(all[index], index);
      return;
    }
    // Counted only where one was not led by these keys, since there may be thousands.
    const index = stood.at === at ? stood.index : rows().indexOf(at);
    const beside = besideRow(at, by);
    if (beside !== undefined) go(beside, index + by);
  };
  /** Moves on and takes both rows along. */
  const extend = (by: 1 | -1) => (): void => {
    choose(current());
    move(by)();
    choose(current());
  };
  const choose = (row: HTMLAnchorElement | null | undefined): void => {
    const id = row?.dataset['row'];
    const box = row?.closest('tr')?.querySelector<HTMLInputElement>('input[name="case"]');
    if (id !== undefined && box?.checked === false) toggle(id);
  };
  return { move, current, extend };
}

/** The row to go to when one is at none: that which took the place of the one that left, else the first or last. */
function onFrom(left: number, by: 1 | -1, rows: number): number {
  const wanted = left < 0 ? (by > 0 ? 0 : rows - 1) : by > 0 ? left : left - 1;
  return Math.min(Math.max(wanted, 0), rows - 1);
}

/** The row behind or before this one; found from row to row. */
function besideRow(link: HTMLAnchorElement, by: 1 | -1): HTMLAnchorElement | undefined {
  for (let row = besideIn(link.closest('tr'), by); row !== null; row = besideIn(row, by)) {
    const found = row.querySelector<HTMLAnchorElement>('a[data-row]');
    if (found !== null) return found;
  }
  return undefined;
}

/** The next row of a table or the one before, in whichever part of it. */
function besideIn(row: Element | null, by: 1 | -1): Element | null {
  const part = row?.parentElement;
  if (by > 0) return row?.nextElementSibling ?? part?.nextElementSibling?.firstElementChild ?? null;
  return row?.previousElementSibling ?? part?.previousElementSibling?.lastElementChild ?? null;
}
