import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HealthList } from '../features/settings/health-list.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { loader } from './_in.settings._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Health · Signalbox' }];

export default function HealthPage() {
  const { verdict, lines, facts } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={verdict.title} lead={verdict.lead}>
      <HealthList lines={lines} facts={facts} />
    </SettingsPage>
  );
}
