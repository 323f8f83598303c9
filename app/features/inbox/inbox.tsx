import type { SerializeFrom } from '@remix-run/node';
import { Form, Link, useSearchParams } from '@remix-run/react';
import { useRef } from 'react';
import { shownKey } from '../../lib/own-keys.ts';
import { useOwnKeys } from '../../lib/use-own-keys.ts';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Stale } from '../../ui/stale.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CaseScripts } from './case-scripts.tsx';
import { DidToast } from './did-toast.tsx';
import styles from './inbox.module.css';
import { InboxFilters } from './inbox-filters.tsx';
import type { InboxPage } from './inbox-page.server.ts';
import { type InboxQuery, inboxAddress } from './inbox-query.ts';
import { InboxRows } from './inbox-rows.tsx';
import type { ManyDone } from './many-done.ts';
import { ManyResult } from './many-result.tsx';
import { Peek } from './peek.tsx';
import { PeekComing } from './peek-coming.tsx';
import { useChosen } from './use-chosen.ts';
import { useFollow } from './use-follow.ts';
import { useFresh } from './use-fresh.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useMore } from './use-more.ts';
import { usePeek } from './use-peek.ts';
import { useReturn } from './use-return.ts';

/** An inbox, worked by keyboard alone, with a case beside the list and many at once. */
export function Inbox({
  page,
  result,
}: {
  readonly page: SerializeFrom<InboxPage>;
  readonly result: SerializeFrom<ManyDone> | null;
}) {
  const { query } = page;
  const list = useRef<HTMLFormElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { rows, next } = useMore(page, end);
  const { chosen, toggle, clear, watch } = useChosen(list, page.key);
  const { fresh, gone, became, deaf } = useFresh(page, rows, inboxAddress(query));
  const [params] = useSearchParams();
  const peekId = params.get('peek');
  const peek = usePeek(peekId, page.peek);
  useInboxKeys(list, { query, chosen: chosen.length, toggle, clear, peekId });
  useReturn(list, params.get('at'), page.did?.deed ?? null);
  const follow = useFollow();
  return (
    <div className={styles.inbox} data-peek={peekId === null ? undefined : true}>
      <section className={styles.list} aria-label="Cases">
        {query.q === '' ? (
          <InboxFilters query={query} types={page.types} />
        ) : (
          <p className={styles.found}>
            Found for “{query.q}”. <Link to="/inbox">Back to the inbox</Link>
          </p>
        )}
        {deaf ? <Stale asOf={page.asOf} /> : null}
        <News fresh={fresh} to={inboxAddress(query)} />
        {result === null ? null : <ManyResult result={result} pageKey={page.key} key={page.key} />}
        {rows.length === 0 ? (
          <Nothing query={query} elsewhere={page.elsewhere} />
        ) : (
          <Form
            method="post"
            ref={list}
            onChange={watch}
            onClick={follow}
            data-chosen={chosen.length > 0 || undefined}
            className={styles.form ?? ''}
            preventScrollReset
          >
            <p className="only-read" role="status">
              {chosen.length === 0
                ? ''
                : `${chosen.length} chosen. What can be done with them stands before the list.`}
            </p>
            <BulkBar page={page} chosen={chosen.length} result={result} clear={clear} />
            <InboxRows
              rows={rows}
              query={query}
              whole={page.first && next === null}
              peeked={peekId}
              gone={gone}
              became={became}
              choosable={page.bulk.length > 0}
            />
          </Form>
        )}
        <div ref={end} />
        <CaseScripts id={rows[0]?.id} />
        <Pages top={page.first ? null : inboxAddress(query)} next={next} />
      </section>
      {peekId === null ? null : <Beside id={peekId} peek={peek} rows={rows} query={query} />}
      {page.did === null ? null : (
        <DidToast
          did={page.did}
          key={page.key}
          key_={page.key}
          back={inboxAddress(query)}
          at={inboxAddress(query, { at: page.did.id })}
        />
      )}
    </div>
  );
}

/** The case beside the list, or that it comes, or that it is not to be seen. */
function Beside({
  id,
  peek,
  rows,
  query,
}: {
  readonly id: string;
  readonly peek: ReturnType<typeof usePeek>;
  readonly rows: SerializeFrom<InboxPage>['rows'];
  readonly query: InboxQuery;
}) {
  const place = rows.findIndex((row) => row.id === id);
  const close = inboxAddress(query);
  if (peek === undefined || peek === null)
    return <PeekComing row={rows[place]} gone={peek === null} close={close} />;
  const at = (row: { readonly id: string } | undefined): string | null =>
    row === undefined ? null : inboxAddress(query, { peek: row.id });
  const beside = {
    before: at(place < 1 ? undefined : rows[place - 1]),
    behind: at(place < 0 ? undefined : rows[place + 1]),
  };
  return <Peek peek={peek} close={close} from={inboxAddress(query, { at: id })} beside={beside} />;
}

const empty: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  mine: {
    title: 'Nothing is asked of you',
    text: 'New work shows here as soon as it is yours.',
  },
  team: {
    title: 'Nothing waits in your teams',
    text: 'What waits for anybody of your teams and pools shows here to be taken.',
  },
  approvals: { title: 'Nobody waits for your signature', text: 'What you may approve or reject shows here.' },
  aside: {
    title: 'You put nothing aside',
    text: 'Press {h} on a case of yours to put it aside until later. It shows here until it comes back.',
  },
  unassigned: {
    title: 'Every case has somebody',
    text: 'Cases that routing found nobody for show here, with the reason.',
  },
};

/** An empty list says why, and where else to look. */
function Nothing({
  query,
  elsewhere,
}: {
  readonly query: InboxQuery;
  /** Another inbox that holds something. */
  readonly elsewhere: { readonly id: InboxQuery['view']; readonly label: string } | null;
}) {
  const own = useOwnKeys();
  const { q, type, due, view } = query;
  if (q !== '')
    return <Empty title={`Nothing found for “${q}”`}>Try the number of a case, or fewer words.</Empty>;
  if (type !== '' || due !== '')
    return (
      <Empty title="Nothing here of that kind">
        <Link to={inboxAddress({ ...query, type: '', due: '' })}>Show everything in this list</Link>
      </Empty>
    );
  const { title, text } = empty[view] ?? { title: 'Nothing here', text: '' };
  return (
    <Empty title={title}>
      {text.replace('{h}', shownKey(own('h')))}
      {elsewhere === null ? null : (
        <>
          {' '}
          There is work in <Link to={inboxAddress({ ...query, view: elsewhere.id })}>{elsewhere.label}</Link>.
        </>
      )}
    </Empty>
  );
}

/** Where the list goes on for those who have no scripts; with them it does so by itself. */
function Pages({ top, next }: { readonly top: string | null; readonly next: string | null }) {
  if (top === null && next === null) return null;
  return (
    <nav className={styles.pages} aria-label="Pages">
      {top === null ? null : <Link to={top}>To the top</Link>}
      {next === null ? null : <Link to={next}>More</Link>}
    </nav>
  );
}

/** What came since the list was read; it comes into the list when one asks for it. */
function News({ fresh, to }: { readonly fresh: number; readonly to: string }) {
  return (
    <p className={styles.news} role="status">
      {fresh === 0 ? null : (
        <Link className={styles.pill ?? ''} to={to}>
          <Icon name="up" />
          {fresh} new
        </Link>
      )}
    </p>
  );
}
