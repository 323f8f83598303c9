import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { KeptDrafts } from '../features/requests/kept-drafts.tsx';
import styles from '../features/requests/request-list.module.css';
import { RequestList } from '../features/requests/request-list.tsx';
import { useKeptDrafts } from '../features/requests/use-kept-drafts.ts';
import { Page } from '../ui/page.tsx';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { loader } from './_in.requests._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'My requests · Signalbox' }];

export default function Requests() {
  const { view, me, titles, waiting, rows, next, first } = useLoaderData<typeof loader>();
  const { drafts, throwAway } = useKeptDrafts(me, titles);
  const tabs = [
    { to: '/requests', label: 'Open', current: view === 'open' },
    {
      to: '/requests?view=asked',
      label: 'Waiting for you',
      current: view === 'asked',
      ...(waiting === 0 ? {} : { count: String(waiting) }),
    },
    { to: '/requests?view=finished', label: 'Finished', current: view === 'finished' },
    {
      to: '/requests?view=drafts',
      label: 'Drafts',
      current: view === 'drafts',
      ...(drafts === null || drafts.length === 0 ? {} : { count: String(drafts.length) }),
    },
  ];
  return (
    <Page title="My requests" tools={<Tools tabs={tabs} />}>
      {view === 'drafts' ? (
        <KeptDrafts drafts={drafts} throwAway={throwAway} />
      ) : (
        <RequestList view={view} rows={rows} next={next} first={first} />
      )}
    </Page>
  );
}

function Tools({ tabs }: { readonly tabs: readonly Tab[] }) {
  return (
    <>
      <Tabs label="Which requests" tabs={tabs} />
      <Link className={styles.make ?? ''} to="/catalogue">
        New request
      </Link>
    </>
  );
}
