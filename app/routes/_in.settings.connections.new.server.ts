import { randomBytes, randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { formOf, pluginsOf } from '../features/settings/connection-data.server.ts';
import { makeConnection } from '../features/settings/save-connection.server.ts';
import { whoever } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';

/** What a connection can be made by, and the form of the one that was chosen. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { roles } = whoever(context);
  if (!roles.includes('admin')) throw new Response(null, { status: 403 });
  const plugins = await pluginsOf(context);
  const chosen = plugins.find(({ id }) => id === new URL(request.url).searchParams.get('plugin'));
  return {
    plugins: plugins.map(({ id, title, follows, maps, receives }) => ({
      id,
      title,
      follows,
      maps,
      receives,
    })),
    chosen:
      chosen === undefined
        ? null
        : { id: chosen.id, title: chosen.title, form: await formOf(context, chosen) },
    key: randomUUID(),
    suggested: `whsec_${randomBytes(32).toString('base64')}`,
  };
}

/** Makes the connection. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  return makeConnection(context, await pluginIn(context, request), form);
}

async function pluginIn(context: AppContext, request: Request) {
  whoever(context);
  const asked = new URL(request.url).searchParams.get('plugin');
  const plugin = (await pluginsOf(context)).find(({ id }) => id === asked);
  if (plugin === undefined) throw new Response(null, { status: 404 });
  return plugin;
}
