import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AppearanceForm } from '../features/settings/appearance-form.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { action, loader } from './_in.settings.appearance.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Appearance · Signalbox' }];

export default function Appearance() {
  const look = useLoaderData<typeof loader>();
  return (
    <SettingsPage title="Appearance" lead="For this browser only; nobody else sees a difference.">
      <AppearanceForm look={look} />
    </SettingsPage>
  );
}
