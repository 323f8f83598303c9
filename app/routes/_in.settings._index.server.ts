import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type AnsweredHealth, healthLines } from '../features/settings/health-words.server.ts';
import { must, whoever } from '../lib/api.server.ts';

/** How the installation is doing, line by line; whom it is not for is led to their own settings. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { roles, zone } = whoever(context);
  if (!['designer', 'auditor', 'admin'].some((role) => roles.includes(role)))
    throw redirect('/settings/tokens');
  return healthLines(await must<AnsweredHealth>(context, 'getInstallationHealth'), zone);
}
