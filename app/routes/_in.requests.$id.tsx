import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Actions } from '../features/requests/actions.tsx';
import { Talk } from '../features/requests/talk.tsx';
import { Tracker } from '../features/requests/tracker.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { Page } from '../ui/page.tsx';
import { action, loader } from './_in.requests.$id.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? 'Request' : `${data.number}, your request`} · Signalbox` },
];

export default function MyRequest() {
  const request = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={request.number} crumbs={<Crumbs trail={[{ to: '/requests', label: 'My requests' }]} />}>
      <Tracker request={request}>
        <Actions request={request} refused={refused} />
        <Talk talk={request.talk} />
      </Tracker>
    </Page>
  );
}
