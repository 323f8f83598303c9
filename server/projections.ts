import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { projectAccess } from './use-cases/access-log/project-access.ts';
import { projectWork } from './use-cases/lists/project-work.ts';
import { clearMetrics, createMetricsReader } from './use-cases/metrics/follow-metrics.ts';
import type { Projection } from './use-cases/upkeep/rebuild-projections.ts';

/** Everything that is projected from documents, in the order it is brought up to date. */
export function projectionsOf(store: Store, clock: Clock): readonly Projection[] {
  return [
    { name: 'inboxes', project: (doc) => projectWork(store, doc), clear: () => store.work.clear() },
    // Holds sign-ins and readings too, which no document tells of: it is added to and never cleared.
    { name: 'access log', project: (doc) => projectAccess(store, doc) },
    {
      name: 'counts',
      project: async () => undefined,
      clear: () => clearMetrics(store),
      refill: () => countAll(store, clock),
    },
  ];
}

/** Counts every event from the first; whoever counts at the same time does no harm. */
async function countAll(store: Store, clock: Clock): Promise<void> {
  const reader = createMetricsReader({ store, clock, holder: 'rebuild' });
  while (await reader.follow());
}
