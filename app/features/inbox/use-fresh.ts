import type { SerializeFrom } from '@remix-run/node';
import { useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import { useLive } from '../../lib/use-live.ts';
import type { InboxPage } from './inbox-page.server.ts';

type Page = SerializeFrom<InboxPage>;

const idsOf = ({ groups }: Page): string[] => groups.flatMap(({ rows }) => rows.map(({ id }) => id));

/** What an inbox would show by now: how many rows are new, and which are no longer in it; nothing moves until one asks for it. */
export function useFresh(page: Page, address: string) {
  const fetcher = useFetcher<Page>();
  const loadedFor = useRef('');
  const deaf = useLive(() => {
    if (!page.first || page.q !== '') return;
    loadedFor.current = page.key;
    fetcher.load(address);
  });
  const { data } = fetcher;
  if (data === undefined || loadedFor.current !== page.key || data.view !== page.view)
    return { fresh: 0, gone: new Set<string>(), deaf };
  const [shown, now] = [idsOf(page), new Set(idsOf(data))];
  const known = new Set(shown);
  return {
    deaf,
    fresh: [...now].filter((id) => !known.has(id)).length,
    // A full page may have lost a row to the next one.
    gone: new Set(data.next === null ? shown.filter((id) => !now.has(id)) : []),
  };
}
