import type { SerializeFrom } from '@remix-run/node';
import { useFetcher } from '@remix-run/react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { InboxPage, InboxPart } from './inbox-page.server.ts';

type Page = SerializeFrom<InboxPage>;
type Part = SerializeFrom<InboxPart>;

/** How far below what is seen the next part is asked for. */
const ahead = '1200px';
const none: readonly Part[] = [];

/** The rows of an inbox, which go on while one scrolls towards `end`; a list that was loaded anew begins anew. */
export function useMore(page: Page, end: RefObject<HTMLElement>) {
  const fetcher = useFetcher<Part>();
  const [later, setLater] = useState<{ readonly key: string; readonly parts: readonly Part[] }>({
    key: page.key,
    parts: [],
  });
  const parts = later.key === page.key ? later.parts : none;
  const next = (parts.at(-1) ?? page).next;
  const asked = useRef<string | null>(null);
  const { data, state } = fetcher;
  useEffect(() => {
    if (data === undefined || state !== 'idle' || asked.current !== next) return;
    asked.current = null;
    setLater({ key: page.key, parts: [...parts, data] });
  }, [data, state, next, page.key, parts]);
  const load = fetcher.load;
  useEffect(() => {
    const mark = end.current;
    if (mark === null || next === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting) || asked.current === next) return;
        asked.current = next;
        load(next.replace('/inbox', '/inbox/part'));
      },
      { rootMargin: ahead },
    );
    watch.observe(mark);
    return () => watch.disconnect();
  }, [next, end, load]);
  const rows = useMemo(
    () => withoutRepeats([...page.rows, ...parts.flatMap((part) => part.rows)]),
    [page.rows, parts],
  );
  return { rows, next };
}

/** A row that moved towards the end while the list was read is in two parts: the first stays. */
function withoutRepeats(rows: Page['rows']): Page['rows'] {
  const seen = new Set<string>();
  return rows.filter(({ id, asked }) => {
    const key = `${id} ${asked}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
