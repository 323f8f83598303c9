import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RoleList } from '../features/settings/role-list.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { loader } from './_in.settings.roles.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Roles · Signalbox' }];

export default function Roles() {
  const page = useLoaderData<typeof loader>();
  return (
    <SettingsPage
      title="Roles"
      lead="What each role may do, read from the rules that every page and every program is held to. A person’s roles are changed with the person."
    >
      <RoleList page={page} />
    </SettingsPage>
  );
}
