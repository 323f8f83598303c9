import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConnectionChanges } from '../features/settings/connection-changes.tsx';
import { ConnectionView } from '../features/settings/connection-view.tsx';
import { DeliveryList } from '../features/settings/delivery-list.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { action, loader } from './_in.settings.connections.$id.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Connection'} · Signalbox` },
];

export default function ConnectionPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer !== undefined && 'refused' in answer ? answer.refused : undefined;
  const checked = answer !== undefined && 'checked' in answer ? answer.checked : undefined;
  return (
    <SettingsPage title={page.title} lead={<Link to="/settings/connections">All connections</Link>}>
      <ConnectionView page={page} checked={checked} refused={refused} />
      {page.mayChange ? <ConnectionChanges page={page} refused={refused} /> : null}
      {page.deliveries === null ? null : (
        <DeliveryList
          id={page.id}
          deliveries={page.deliveries}
          mayReplay={page.mayChange}
          keyOf={page.keys.replay}
          refused={refused?.intent === 'replay' ? refused : undefined}
        />
      )}
    </SettingsPage>
  );
}
