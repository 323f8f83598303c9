import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AppearanceForm } from '../features/settings/appearance-form.tsx';
import { KeysForm } from '../features/settings/keys-form.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { action, loader } from './_in.settings.appearance.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Appearance · Signalbox' }];

export default function Appearance() {
  const look = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <SettingsPage title="Appearance" lead="For this browser only; nobody else sees a difference.">
      <AppearanceForm look={look} />
      <KeysForm own={look.own} saved={look.saved === 'keys'} refused={refused} />
    </SettingsPage>
  );
}
