import { issueDetails } from '../../domain/form/issue-details.ts';
import { issueWords } from '../../domain/form/issue-words.ts';
import type { PluginContext, PluginLog, SendMail } from '../../plugins/kit/context.ts';
import type { PluginConnection } from '../../plugins/kit/delivery.ts';
import type { Plugin } from '../../plugins/kit/plugin.ts';
import { findPlugin } from '../../plugins/registry.ts';
import { createConnectionLimiter, limitedFetch } from '../connectors/connection-limiter.ts';
import type { StoppableFetch } from '../connectors/guarded-fetch.ts';
import type { PluginHost } from '../ports/plugin-host.ts';
import { knownPlugin, offeredPlugins } from './offered-plugins.ts';

/** What plugins get of the world. */
export interface PluginWorld {
  readonly fetch: StoppableFetch;
  readonly sendMail: SendMail;
  readonly mailFrom: string;
  readonly now: () => number;
  readonly log: PluginLog;
}

/** A host that can be stopped: what runs is called off, and nothing more is called. */
export interface RunningPluginHost extends PluginHost {
  stop(): void;
}

/** Makes the host of every registered plugin: calls out are guarded, limited by connection, and end with the attempt. */
export function createPluginHost(world: PluginWorld): RunningPluginHost {
  const limiter = createConnectionLimiter();
  const running = new Set<AbortController>();
  let stopped = false;
  const within = async <T>(
    { plugin, connection }: { readonly plugin: Plugin; readonly connection: PluginConnection },
    deadlineMs: number,
    work: (context: PluginContext) => Promise<T>,
  ): Promise<T> => {
    const ending = new AbortController();
    running.add(ending);
    const timer = setTimeout(() => ending.abort(), deadlineMs);
    if (stopped) ending.abort();
    const limited = { id: connection.id, limits: plugin.limits(connection.config) };
    const { sendMail, mailFrom, now, log } = world;
    const fetch = limitedFetch(world.fetch, limiter, limited, ending.signal);
    try {
      return await work({ fetch, sendMail, mailFrom, now, log, signal: ending.signal });
    } finally {
      clearTimeout(timer);
      running.delete(ending);
    }
  };
  return {
    stop() {
      stopped = true;
      for (const ending of running) ending.abort();
    },
    find(id) {
      const plugin = findPlugin(id);
      return plugin === undefined ? undefined : knownPlugin(plugin);
    },
    all: () => offeredPlugins(),
    problems(id, config) {
      const plugin = findPlugin(id);
      if (plugin === undefined) return [{ pointer: '/plugin', detail: noSuch(id) }];
      const read = plugin.configSchema.safeParse(config, { error: issueWords });
      return issueDetails(read.error?.issues ?? [], '/config');
    },
    async deliver(id, input, deadlineMs) {
      const plugin = findPlugin(id);
      if (plugin === undefined) return { outcome: 'refused', said: noSuch(id) };
      return within({ plugin, connection: input.connection }, deadlineMs, (context) =>
        plugin.deliver(input, context),
      );
    },
    async check(id, connection, deadlineMs) {
      const plugin = findPlugin(id);
      const check = plugin?.check;
      if (plugin === undefined || check === undefined)
        return {
          ok: false,
          said: plugin === undefined ? noSuch(id) : `${plugin.title} cannot be tried out.`,
        };
      return within({ plugin, connection }, deadlineMs, (context) => check(connection, context));
    },
    async receive(id, connection, message, seen) {
      const receive = findPlugin(id)?.receive;
      if (receive === undefined)
        return { outcome: 'refused', status: 403, reason: 'This connection takes no messages.' };
      return receive(message, connection, { now: world.now, seen, log: world.log });
    },
  };
}

const noSuch = (id: string): string => `This installation has no plugin “${id}”.`;
