import { Fault } from '../../domain/error/fault.ts';
import type { EffectKind } from '../../domain/stream/effect.ts';
import type { Ids } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { createInProcessBell } from '../queue/in-process/in-process-bell.ts';
import { createInProcessLive } from '../queue/in-process/in-process-live.ts';
import { createServices, type Services } from '../services.ts';
import { done, type EffectHandler } from '../use-cases/effect/effect-handler.ts';
import { notifyHandler } from '../use-cases/notice/notify.ts';
import type { DemoClock } from './demo-clock.ts';
import { createDemoIds } from './demo-ids.ts';

/** The product's services on a clock of their own; nothing leaves the house. */
export interface DemoServices {
  readonly services: Services;
  /** @throws Fault DEMO_FAILED naming what went wrong behind the scenes, if anything did. */
  throwFaults(): void;
}

/** Puts the services together for a play: one effect at a time, so that the same seed always gives the same order. */
export function demoServices(parts: {
  readonly store: Store;
  readonly clock: DemoClock;
  readonly seed: string;
  /** Instead of those of the seed. */
  readonly ids?: Ids;
}): DemoServices {
  const { store, clock, seed } = parts;
  const faults: string[] = [];
  const services = createServices({
    store,
    clock,
    ids: parts.ids ?? createDemoIds(seed),
    bell: createInProcessBell(() => clock.now()),
    live: createInProcessLive(),
    holder: 'demo',
    works: true,
    concurrency: 1,
    gatherMs: 600_000,
    handlers: (deps) =>
      new Map<EffectKind, EffectHandler>([
        ['notify', notifyHandler(deps)],
        // The systems behind the connections are invented, too: nothing is owed to them from before.
        ['sync', async () => done],
      ]),
    report: {
      failed: (what, error) => faults.push(`${what}: ${String(error)}`),
      forked: () => faults.push('the log holds another event than its stream'),
      effect: (effect, how, doc) => {
        if (how === 'quarantined')
          faults.push(
            `${effect.kind} of ${doc._id}: ${doc.effects.find(({ id }) => id === effect.id)?.error}`,
          );
      },
      routed: () => undefined,
    },
  });
  return {
    services,
    throwFaults() {
      if (faults.length === 0) return;
      const [first = ''] = faults;
      throw new Fault('DEMO_FAILED', `The demo met ${faults.length} faults, the first: ${first}`, {
        retryable: false,
      });
    },
  };
}
