import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import { dayOf } from '../../../domain/analysis/case-measures.ts';
import { type Bucket, type Summary, summarise } from '../../../domain/analysis/summarise.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StoredRecord } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import { metricsCount } from './follow-metrics.ts';

/** Days by name, both inclusive. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The numbers, for which days, and up to which event they are counted. */
export interface MetricsSummary extends Summary {
  readonly from: string;
  readonly to: string;
  readonly position: number;
}

const page = 500;
const longestDays = 400;
const dayMs = 86_400_000;

/**
 * The numbers of dashboards out of their buckets, for those who may read metrics; of all request types or one; the last 30 days unless a range is given.
 * @throws DomainError NOT_FOUND, VALIDATION_FAILED for a range over 400 days or ending before it begins.
 */
export async function metricsSummary(
  deps: { readonly store: Pick<Store, 'records'>; readonly clock: Clock },
  viewer: Viewer,
  asked: Partial<DayRange> & { readonly type?: string } = {},
): Promise<MetricsSummary> {
  requireAbility(abilityOf(viewer), 'read', { subject: 'Metrics', team: null });
  const now = deps.clock.now();
  const to = asked.to ?? dayOf(now);
  const from = asked.from ?? dayOf(Date.parse(to) - 29 * dayMs);
  requireRange(from, to);
  const { run, position } = await metricsCount(deps.store);
  const [days, open] = await Promise.all([
    bucketsOf(deps.store, `${run}|day`, { from: `day|${from}`, to: `day|${to}|\uffff` }),
    bucketsOf(deps.store, `${run}|open`),
  ]);
  const { type } = asked;
  const isAsked = ({ id }: Bucket, at: number): boolean => type === undefined || id.split('|')[at] === type;
  const counted = summarise(
    days.filter((bucket) => isAsked(bucket, 2)),
    open.filter((bucket) => isAsked(bucket, 1)),
    dayOf(now),
  );
  return { from, to, position, ...counted };
}

function requireRange(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  if (days >= 0 && days <= longestDays) return;
  throw new DomainError('VALIDATION_FAILED', 'This range of days cannot be summed up.', {
    details: [{ pointer: '/query/from', detail: `Begin at most ${longestDays} days before the end.` }],
  });
}

/** The buckets of a list, all or those of a range of days. */
export async function bucketsOf(
  { records }: Pick<Store, 'records'>,
  list: string,
  range?: DayRange,
): Promise<Bucket[]> {
  const buckets: Bucket[] = [];
  let after: Keyset | null = range === undefined ? null : { sort: range.from, id: '' };
  for (;;) {
    const read: StoredRecord[] = await records.range('bucket', list, after, page);
    for (const { sort, data } of read) {
      if (range !== undefined && sort > range.to) return buckets;
      buckets.push({ id: sort, counts: (data['counts'] ?? {}) as Bucket['counts'] });
    }
    const last = read.at(-1);
    if (last === undefined || read.length < page) return buckets;
    after = { sort: last.sort, id: last._id };
  }
}
