import type { ConnectionState } from '../../../domain/stream/connection/connection-stream.ts';
import type { PluginHost } from '../../ports/plugin-host.ts';

/** What a connection lacks to be told of anything, in words that say what to do; null when it lacks nothing. */
export function connectionAdvice(
  host: Pick<PluginHost, 'find'>,
  { plugin, eventKinds, roles }: Pick<ConnectionState, 'plugin' | 'eventKinds' | 'roles'>,
): string | null {
  if (host.find(plugin)?.follows !== true) return null;
  const lacks = [
    ...(eventKinds.length === 0 ? ['the kinds of events (eventKinds)'] : []),
    ...(roles.length === 0 ? ['the roles whose rights it has (roles)'] : []),
  ];
  return lacks.length === 0 ? null : `Nothing will be sent until it names ${lacks.join(' and ')}.`;
}
