import type { LoaderFunctionArgs } from '@remix-run/node';
import { settingsTabs } from '../features/settings/settings-tabs.server.ts';
import { whoever } from '../lib/api.server.ts';

/** Which pages of the settings there are for whoever is signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  return { tabs: settingsTabs(whoever(context).roles) };
}
