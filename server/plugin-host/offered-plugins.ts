import { z } from 'zod';
import type { Plugin } from '../../plugins/kit/plugin.ts';
import { plugins } from '../../plugins/registry.ts';
import type { KnownPlugin, OfferedPlugin } from '../ports/plugin-host.ts';

/** A plugin as far as those who use connections have to know it. */
export function knownPlugin({ mappingSchema, eventKinds, secretNames }: Plugin): KnownPlugin {
  const maps = mappingSchema !== undefined;
  return { follows: !maps, maps, eventKinds: eventKinds ?? null, secretNames };
}

/** Every plugin of this installation as administrators choose it, by title. */
export function offeredPlugins(): readonly OfferedPlugin[] {
  return plugins
    .map((plugin) => ({
      ...knownPlugin(plugin),
      id: plugin.id,
      title: plugin.title,
      config: z.toJSONSchema(plugin.configSchema, { io: 'input', unrepresentable: 'any' }),
      checks: plugin.check !== undefined,
      receives: plugin.receive !== undefined,
    }))
    .sort((one, other) => one.title.localeCompare(other.title, 'en'));
}
