import type { RefObject } from 'react';

/** Moving through the rows of a list by keys: the row that has the focus is where one is. */
export function useRowKeys(list: RefObject<HTMLElement | null>, toggle: (id: string) => void) {
  const rowOf = (element: Element | null) =>
    element?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]');
  const current = () =>
    list.current?.contains(document.activeElement) === true ? rowOf(document.activeElement) : undefined;
  const move = (by: 1 | -1) => (): void => {
    const at = current();
    if (at === undefined || at === null) endOf(list.current, by)?.focus();
    else besideRow(at, by)?.focus();
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

/** The first row, or the last. */
function endOf(list: HTMLElement | null, by: 1 | -1): HTMLAnchorElement | undefined {
  if (by > 0) return list?.querySelector<HTMLAnchorElement>('a[data-row]') ?? undefined;
  return [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])].at(-1);
}

/** The row behind or before this one; found from row to row, since there may be thousands. */
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
