import { isRouteErrorResponse, Link, Outlet, useRouteError } from '@remix-run/react';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { Empty } from '../ui/empty.tsx';
import { loader } from './_in.settings.server.ts';

export { loader };

/** Every page of the settings; what somebody may not open says so under the tabs they do have. */
export default function Settings() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  // What is no answer of ours is said by the page around it.
  if (!isRouteErrorResponse(error)) throw error;
  return (
    <SettingsPage title="This page is not here for you">
      <Empty title={error.status === 404 ? 'Not found, or not yours to see' : 'Your roles do not allow this'}>
        Check the address, ask an administrator for the role you need, or go to{' '}
        <Link to="/settings/tokens">your tokens</Link>.
      </Empty>
    </SettingsPage>
  );
}
