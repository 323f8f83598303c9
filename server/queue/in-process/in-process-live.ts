import type { Live, LiveNotice } from '../../ports/bell.ts';

/** Live notices within one process. */
export function createInProcessLive(): Live {
  const listeners = new Set<(notice: LiveNotice) => void>();
  return {
    publish(notice) {
      for (const listener of listeners) listener(notice);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}
