import type { Store } from './ports/store.ts';
import { projectAccess } from './use-cases/access-log/project-access.ts';
import { projectWork } from './use-cases/lists/project-work.ts';
import { recountMetrics } from './use-cases/metrics/follow-metrics.ts';
import type { Projection } from './use-cases/upkeep/rebuild-projections.ts';

/** Everything that is projected from documents, in the order it is brought up to date. */
export function projectionsOf(store: Store): readonly Projection[] {
  return [
    { name: 'inboxes', project: (doc) => projectWork(store, doc), clear: () => store.work.clear() },
    // Holds sign-ins and readings too, which no document tells of: it is added to and never cleared.
    { name: 'access log', project: (doc) => projectAccess(store, doc) },
    {
      name: 'counts',
      project: async () => undefined,
      refill: () => recountMetrics(store),
    },
  ];
}
