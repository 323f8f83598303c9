import type { RefObject } from 'react';

/** Moving through the rows of a list by keys: the row that has the focus is where one is. */
export function useRowKeys(list: RefObject<HTMLElement | null>, toggle: (id: string) => void) {
  const rows = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
  const rowOf = (element: Element | null) =>
    element?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  const current = () =>
    list.current?.contains(document.activeElement) === true ? rowOf(document.activeElement) : undefined;
  const move = (by: number) => (): void => {
    const all = rows();
    const at = current();
    const index = at === undefined || at === null ? (by > 0 ? 0 : all.length - 1) : all.indexOf(at) + by;
    all[Math.min(Math.max(index, 0), all.length - 1)]?.focus();
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
