import type { Bell, Ring } from '../../ports/bell.ts';
import type { Clock } from '../../ports/clock.ts';

/** A bell within one process: what is due now is answered at once, later rings are the sweeper's. */
export function createInProcessBell(now: () => number): Bell {
  let answer: ((ring: Ring) => Promise<void>) | undefined;
  let heard = 0;
  return {
    ring(rings) {
      for (const ring of rings) {
        if (ring.dueAt > now() || answer === undefined) continue;
        heard = now();
        void answer(ring);
      }
    },
    async listen(
      listener: (ring: Ring) => Promise<void>,
      _options: { readonly concurrency: number; readonly clock: Clock },
    ) {
      answer = listener;
    },
    lastHeard: () => heard,
    async close() {
      answer = undefined;
    },
  };
}
