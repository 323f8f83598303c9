import type { Live, LiveNotice } from '../../ports/bell.ts';
import { askingConnection, waitingConnection } from './redis-connection.ts';

/** Live notices to every web process through Redis pub/sub; while Redis is away they are dropped. */
export function createRedisLive(url: string, failed: (error: unknown) => void, prefix = 'signalbox'): Live {
  const channel = `${prefix}:live`;
  const listeners = new Set<(notice: LiveNotice) => void>();
  const publisher = askingConnection(url, failed);
  const subscriber = waitingConnection(url, failed);
  subscriber.subscribe(channel).catch(failed);
  subscriber.on('message', (_channel, text) => {
    const notice = JSON.parse(text) as LiveNotice;
    for (const listener of listeners) listener(notice);
  });
  return {
    publish(notice) {
      publisher.publish(channel, JSON.stringify(notice)).catch(failed);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
