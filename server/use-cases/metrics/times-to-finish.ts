import { dayOf } from '../../../domain/analysis/case-measures.ts';
import { type Durations, summarise } from '../../../domain/analysis/summarise.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { metricsCount } from './follow-metrics.ts';
import { bucketsOf } from './metrics-summary.ts';

const dayMs = 86_400_000;
const days = 90;
/** Of fewer cases a number would tell of single ones. */
const fewest = 5;

/** How long cases of each request type took from submission to their end in the last 90 days; types of which fewer than five ended are left out. */
export async function timesToFinish(deps: {
  readonly store: Pick<Store, 'records'>;
  readonly clock: Clock;
}): Promise<ReadonlyMap<string, Durations>> {
  const now = deps.clock.now();
  const today = dayOf(now);
  const { run } = await metricsCount(deps.store);
  const from = dayOf(now - (days - 1) * dayMs);
  const buckets = await bucketsOf(deps.store, `${run}|day`, {
    from: `day|${from}`,
    to: `day|${today}|\uffff`,
  });
  const { types } = summarise(buckets, [], today);
  return new Map(
    Object.entries(types).flatMap(([type, { timeToFinish }]) =>
      timeToFinish.count < fewest ? [] : [[type, timeToFinish] as const],
    ),
  );
}
