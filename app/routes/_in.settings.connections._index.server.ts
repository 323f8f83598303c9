import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  type AnsweredConnection,
  addressOf,
  lackOf,
  pluginsOf,
} from '../features/settings/connection-data.server.ts';
import { must, whoever } from '../lib/api.server.ts';

/** Connections to other systems, by title. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { roles } = whoever(context);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? '';
  const [page, plugins] = await Promise.all([
    must<{ readonly items: readonly AnsweredConnection[]; readonly next: string | null }>(
      context,
      'listConnections',
      { query: { cursor, limit: 50 } },
    ),
    pluginsOf(context),
  ]);
  return {
    cursor,
    next: page.next,
    mayMake: roles.includes('admin'),
    lines: page.items.map((connection) => ({
      id: connection.id,
      title: connection.title,
      plugin: plugins.find(({ id }) => id === connection.plugin)?.title ?? connection.plugin,
      address: addressOf(connection),
      secrets: connection.secretNames.length,
      active: connection.active,
      paused: connection.paused,
      advice: lackOf(connection),
    })),
  };
}
