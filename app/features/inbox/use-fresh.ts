import type { SerializeFrom } from '@remix-run/node';
import { useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import { useLive } from '../../lib/use-live.ts';
import type { InboxPage, InboxPart } from './inbox-page.server.ts';

type Page = SerializeFrom<InboxPage>;

/** What the beginning of an inbox would show by now: how many rows are new, and which are no longer in it; nothing moves until one asks for it. */
export function useFresh(page: Page, rows: Page['rows'], address: string) {
  const fetcher = useFetcher<SerializeFrom<InboxPart>>();
  const loadedFor = useRef('');
  const deaf = useLive(() => {
    if (!page.first || page.query.q !== '') return;
    loadedFor.current = page.key;
    const had = rows.slice(0, askedOf).map(({ id }) => id);
    fetcher.load(`${address.replace('/inbox', '/inbox/part')}&had=${had.join(',')}`);
  });
  const { data } = fetcher;
  if (data === undefined || loadedFor.current !== page.key || data.query.view !== page.query.view)
    return { fresh: 0, gone: none, became: nothing, deaf };
  const now = new Set(data.rows.map(({ id }) => id));
  const known = new Set(rows.map(({ id }) => id));
  return {
    deaf,
    became: data.gone,
    fresh: [...now].filter((id) => !known.has(id)).length,
    // A full page may have lost a row to the next one.
    gone: data.next === null ? new Set([...known].filter((id) => !now.has(id))) : none,
  };
}

/** An address does not hold the ids of a list of thousands. */
const askedOf = 60;
const nothing: Readonly<Record<string, string>> = {};
const none: ReadonlySet<string> = new Set();
