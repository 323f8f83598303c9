import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Inbox } from '../features/inbox/inbox.tsx';
import { InboxTools } from '../features/inbox/inbox-tools.tsx';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { action, loader } from './_in.inbox.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Inbox · Signalbox' }];

export default function InboxRoute() {
  const data = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const tools = (
    <>
      <Tabs label="Whose work" tabs={data.tabs} />
      <InboxTools q={data.q} />
    </>
  );
  return (
    <Page title="Inbox" tools={tools}>
      <Inbox page={data} result={result ?? null} />
    </Page>
  );
}
