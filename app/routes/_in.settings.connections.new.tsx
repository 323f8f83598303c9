import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { NewConnection } from '../features/settings/new-connection.tsx';
import { PluginChoice } from '../features/settings/plugin-choice.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { action, loader } from './_in.settings.connections.new.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'New connection · Signalbox' }];

export default function NewConnectionPage() {
  const { plugins, chosen, key, suggested } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (chosen === null)
    return (
      <SettingsPage title="New connection" lead="Choose how the other system is reached.">
        <PluginChoice plugins={plugins} />
      </SettingsPage>
    );
  return (
    <SettingsPage
      title={`New connection: ${chosen.title}`}
      lead={
        <>
          It begins to work as soon as it is made.{' '}
          <Link to="/settings/connections/new">Choose another way</Link>
        </>
      }
    >
      <NewConnection form={chosen.form} keyOf={key} suggested={suggested} refused={refused} />
    </SettingsPage>
  );
}
