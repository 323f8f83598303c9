import { type RefObject, useRef } from 'react';

/** Moving through the rows of a list by keys: the row that has the focus is where one is. When it left the list, one goes on from where it stood in `place`. */
export function useRowKeys(list: RefObject<HTMLElement | null>, toggle: (id: string) => void, place: string) {
  const last = useRef({ place, index: -1 });
  const rows = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
  const rowOf = (element: Element | null) =>
    element?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  const current = () =>
    list.current?.contains(document.activeElement) === true ? rowOf(document.activeElement) : undefined;
  const move = (by: number) => (): void => {
    const all = rows();
    const at = current();
    const left = last.current.place === place ? last.current.index : -1;
    const wanted = at === undefined || at === null ? onFrom(left, by, all.length) : all.indexOf(at) + by;
    const index = Math.min(Math.max(wanted, 0), all.length - 1);
    last.current = { place, index };
    all[index]?.focus();
  };
  /** Moves on and takes both rows along. */
  const extend = (by: number) => (): void => {
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
function onFrom(left: number, by: number, rows: number): number {
  if (left < 0) return by > 0 ? 0 : rows - 1;
  return by > 0 ? left : left - 1;
}
