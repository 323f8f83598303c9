import type { SerializeFrom } from '@remix-run/node';
import { Form, Link, useNavigate } from '@remix-run/react';
import { useRef } from 'react';
import { useKeys } from '../../lib/use-keys.ts';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Stale } from '../../ui/stale.tsx';
import { BulkBar } from './bulk-bar.tsx';
import styles from './inbox.module.css';
import type { InboxPage } from './inbox-page.server.ts';
import { InboxRow } from './inbox-row.tsx';
import { ManyResult } from './many-result.tsx';
import { Peek } from './peek.tsx';
import type { ManyDone } from './run-many.server.ts';
import { useChosen } from './use-chosen.ts';
import { useFresh } from './use-fresh.ts';

const empty: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  mine: {
    title: 'Nothing is asked of you',
    text: 'New work shows here as soon as it is yours. Look at “My teams” for what waits for anybody.',
  },
  team: {
    title: 'Nothing waits in your teams',
    text: 'What waits for anybody of your teams and pools shows here to be taken.',
  },
  approvals: { title: 'Nobody waits for your signature', text: 'What you may approve or reject shows here.' },
  unassigned: {
    title: 'Every case has somebody',
    text: 'Cases that routing found nobody for show here, with the reason.',
  },
};

/** The address of the list that is shown, with something more. */
function addressOf(page: SerializeFrom<InboxPage>, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({
    ...(page.q === '' ? (page.view === 'mine' ? {} : { view: page.view }) : { q: page.q }),
    ...more,
  }).toString();
  return query === '' ? '/inbox' : `/inbox?${query}`;
}

/** An inbox: rows by when they are due, worked by keyboard alone, with a case beside the list and many at once. */
export function Inbox({
  page,
  result,
}: {
  readonly page: SerializeFrom<InboxPage>;
  readonly result: SerializeFrom<ManyDone> | null;
}) {
  const { groups, peek, view, q } = page;
  const list = useRef<HTMLFormElement>(null);
  const { chosen, toggle, clear, watch } = useChosen(list, page.key);
  const { fresh, gone, deaf } = useFresh(page, addressOf(page, {}));
  const navigate = useNavigate();
  const rows = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
  const current = () => rows().find((row) => row.closest('tr')?.contains(document.activeElement) === true);
  const move = (by: number) => () => {
    const all = rows();
    const at = current();
    const index = at === undefined ? (by > 0 ? 0 : all.length - 1) : all.indexOf(at) + by;
    all[Math.min(Math.max(index, 0), all.length - 1)]?.focus();
  };
  const peekAt = (id: string | undefined) =>
    navigate(addressOf(page, id === undefined ? {} : { peek: id }), {
      preventScrollReset: true,
      replace: true,
    });
  useKeys({
    j: move(1),
    k: move(-1),
    x: () => {
      const id = current()?.dataset['row'];
      if (id !== undefined) toggle(id);
    },
    ' ': () => {
      const id = current()?.dataset['row'];
      if (id !== undefined) peekAt(id === peek?.id ? undefined : id);
    },
    '/': () => document.getElementById('inbox-q')?.focus(),
    Escape: () => {
      if (chosen.length > 0) clear();
      else if (peek !== null) peekAt(undefined);
    },
  });
  const nothing =
    q === ''
      ? empty[view]
      : { title: `Nothing found for “${q}”`, text: 'Try the number of a case, or fewer words.' };
  return (
    <div className={styles.inbox} data-peek={peek === null ? undefined : true}>
      <section className={styles.list} aria-label="Cases">
        {deaf ? <Stale asOf={page.asOf} /> : null}
        <News fresh={fresh} to={addressOf(page, {})} />
        {result === null ? null : <ManyResult result={result} />}
        {q === '' ? null : (
          <p className={styles.found}>
            Found for “{q}”. <Link to="/inbox">Back to the inbox</Link>
          </p>
        )}
        {groups.length === 0 ? (
          <Empty title={nothing?.title ?? ''}>{nothing?.text}</Empty>
        ) : (
          <Form method="post" ref={list} onChange={watch} className={styles.form ?? ''} preventScrollReset>
            <table className={styles.rows}>
              <colgroup>
                <col className={styles.colCheck} />
                <col className={styles.colNumber} />
                <col />
                <col className={styles.colWho} />
                <col className={styles.colState} />
                <col className={styles.colDue} />
              </colgroup>
              <thead className="only-read">
                <tr>
                  <th scope="col">Choose</th>
                  <th scope="col">Number</th>
                  <th scope="col">Case, what is asked, and why it is here</th>
                  <th scope="col">Asked by</th>
                  <th scope="col">State</th>
                  <th scope="col">Due</th>
                </tr>
              </thead>
              {groups.map((group) => (
                <tbody key={group.id}>
                  <tr className={styles.group}>
                    <th colSpan={6} scope="colgroup">
                      {group.title} <span data-tone={group.tone}>{group.rows.length}</span>
                    </th>
                  </tr>
                  {group.rows.map((row) => (
                    <InboxRow
                      row={row}
                      key={row.id}
                      peek={addressOf(page, { peek: row.id })}
                      peeked={peek?.id === row.id}
                      gone={gone.has(row.id)}
                      choosable={page.bulk.length > 0}
                    />
                  ))}
                </tbody>
              ))}
            </table>
            <BulkBar page={page} chosen={chosen.length} comment={result?.comment ?? ''} clear={clear} />
          </Form>
        )}
        <Pages page={page} />
      </section>
      {peek === null ? null : <Peek peek={peek} close={addressOf(page, {})} />}
    </div>
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

function Pages({ page }: { readonly page: SerializeFrom<InboxPage> }) {
  const { next, first } = page;
  if (next === null && first) return null;
  return (
    <nav className={styles.pages} aria-label="Pages">
      {first ? null : <Link to={addressOf(page, {})}>To the top</Link>}
      {next === null ? null : <Link to={addressOf(page, { after: next })}>More</Link>}
    </nav>
  );
}
