const name = 'signalbox.list';

/** Whether a path is the page of a case. */
export const isCase = (path: string): boolean => /^\/cases\/[^/]+$/.test(path);

/** Remembers the cases of a list in their order when one of them is opened from it. */
export function keepList(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || !isCase(link.pathname) || isCase(window.location.pathname)) return;
  const links = document.querySelectorAll<HTMLAnchorElement>('main a[href^="/cases/"]');
  const paths = [...new Set([...links].map(({ pathname }) => pathname))].filter((path) => isCase(path));
  try {
    sessionStorage.setItem(name, JSON.stringify(paths));
  } catch {
    // Where nothing can be kept there is no list to go along.
  }
}

/** Where a case stands in the list one came from, with those beside it; null at its ends. */
export interface PlaceInList {
  /** From 1 on. */
  readonly at: number;
  readonly of: number;
  readonly before: string | null;
  readonly behind: string | null;
}

/** The place of a case in the list that one came from; null when one came from nowhere. */
export function placeInList(path: string): PlaceInList | null {
  const paths = keptPaths();
  const at = paths.indexOf(path);
  if (at < 0 || paths.length < 2) return null;
  return { at: at + 1, of: paths.length, before: paths[at - 1] ?? null, behind: paths[at + 1] ?? null };
}

/** The case before or behind this one in the list that one came from; null at its ends and when one came from nowhere. */
export function besideInList(path: string, by: -1 | 1): string | null {
  const paths = keptPaths();
  const at = paths.indexOf(path);
  return at < 0 ? null : (paths[at + by] ?? null);
}

function keptPaths(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((path): path is string => typeof path === 'string' && isCase(path))
      : [];
  } catch {
    return [];
  }
}
