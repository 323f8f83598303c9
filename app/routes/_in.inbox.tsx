import type { MetaFunction, ShouldRevalidateFunction } from '@remix-run/react';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Inbox } from '../features/inbox/inbox.tsx';
import { InboxTools } from '../features/inbox/inbox-tools.tsx';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { action, loader } from './_in.inbox.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Inbox · Signalbox' }];

/** Looking at another case beside the list leaves the list as it is. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = change;
  if (formMethod !== undefined || currentUrl.href === nextUrl.href) return defaultShouldRevalidate;
  return listOf(currentUrl) === listOf(nextUrl) ? false : defaultShouldRevalidate;
};

function listOf({ pathname, searchParams }: URL): string {
  const rest = new URLSearchParams(searchParams);
  rest.delete('peek');
  return `${pathname}?${rest.toString()}`;
}

export default function InboxRoute() {
  const data = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const tools = (
    <>
      <Tabs label="Whose work" tabs={data.tabs} />
      <InboxTools q={data.query.q} />
    </>
  );
  return (
    <Page title="Inbox" tools={tools}>
      <Inbox page={data} result={result ?? null} />
    </Page>
  );
}
