import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { KeptDrafts } from '../features/requests/kept-drafts.tsx';
import styles from '../features/requests/request-list.module.css';
import { RequestList } from '../features/requests/request-list.tsx';
import { Page } from '../ui/page.tsx';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { loader } from './_in.requests._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'My requests · Signalbox' }];

export default function Requests() {
  const { view, me, titles, waiting, rows, next, first } = useLoaderData<typeof loader>();
  const tabs = [
    { to: '/requests', label: 'Open', current: view === 'open' },
    {
      to: '/requests?view=asked',
      label: 'Waiting for you',
      current: view === 'asked',
      ...(waiting === 0 ? {} : { count: String(waiting) }),
    },
    { to: '/requests?view=finished', label: 'Finished', current: view === 'finished' },
  ];
  return (
    <Page title="My requests" tools={<Tools tabs={tabs} />}>
      {view === 'open' && first ? <KeptDrafts person={me} titles={titles} /> : null}
      <RequestList view={view} rows={rows} next={next} first={first} />
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
