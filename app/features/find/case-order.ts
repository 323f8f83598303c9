const name = 'signalbox.list';
const isCase = /^\/cases\/[^/]+$/;

/** Remembers the cases of a list in their order when one of them is opened from it. */
export function keepList(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || !isCase.test(link.pathname) || isCase.test(window.location.pathname)) return;
  const links = document.querySelectorAll<HTMLAnchorElement>('main a[href^="/cases/"]');
  const paths = [...new Set([...links].map(({ pathname }) => pathname))].filter((path) => isCase.test(path));
  try {
    sessionStorage.setItem(name, JSON.stringify(paths));
  } catch {
    // Where nothing can be kept there is no list to go along.
  }
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
      ? kept.filter((path): path is string => typeof path === 'string' && isCase.test(path))
      : [];
  } catch {
    return [];
  }
}
