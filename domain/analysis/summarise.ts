import { type Histogram, percentile } from './histogram.ts';

/** A bucket as it is stored: its id, and counts by field. */
export interface Bucket {
  readonly id: string;
  readonly counts: { readonly [field: string]: number };
}

/** A duration in ms: how many were measured, the middle one, and the one 95 % stay within. */
export interface Durations {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** What happened to cases, all types or one, in a range of days. */
export interface Flow {
  readonly submitted: number;
  readonly closed: number;
  readonly outcomes: { readonly [outcome: string]: number };
  readonly sources: { readonly [source: string]: number };
  readonly assigned: number;
  readonly reassigned: number;
  /** Reassignments per case assigned; null when none was. */
  readonly reassignmentRate: number | null;
  readonly unassigned: number;
  readonly escalated: number;
  readonly recategorised: number;
  readonly breached: number;
  readonly gates: { readonly [outcome: string]: number };
  readonly timeToAssignment: Durations;
  readonly firstResponse: Durations;
  readonly approvalCycle: Durations;
  /** From submission to the end, of those that were neither withdrawn nor joined to another. */
  readonly timeToFinish: Durations;
}

/** Open cases of a type in a state: how many, and how long ago they entered it, by whole days. */
export interface Backlog {
  readonly type: string;
  readonly state: string;
  readonly open: number;
  readonly oldestDays: number;
  readonly byAge: {
    readonly today: number;
    readonly week: number;
    readonly month: number;
    readonly older: number;
  };
}

/** What happened on one day. */
export interface DayCounts {
  readonly day: string;
  readonly submitted: number;
  readonly closed: number;
  readonly breached: number;
}

/** The numbers of a range of days, and the backlog as it is now. */
export interface Summary {
  readonly total: Flow;
  readonly types: { readonly [type: string]: Flow };
  readonly days: readonly DayCounts[];
  readonly backlog: readonly Backlog[];
}

/** Adds up the buckets of days and of open cases; `today` is the day ages are counted to, as `2026-03-02`. */
export function summarise(days: readonly Bucket[], open: readonly Bucket[], today: string): Summary {
  const byType = new Map<string, Bucket[]>();
  const byDay = new Map<string, Omit<DayCounts, 'day'>>();
  for (const bucket of days) {
    const [, day = '', type = ''] = bucket.id.split('|');
    byType.set(type, [...(byType.get(type) ?? []), bucket]);
    const sum = byDay.get(day) ?? { submitted: 0, closed: 0, breached: 0 };
    const { submitted = 0, closed = 0, breached = 0 } = bucket.counts;
    byDay.set(day, {
      submitted: sum.submitted + submitted,
      closed: sum.closed + closed,
      breached: sum.breached + breached,
    });
  }
  return {
    total: flowOf(days),
    types: Object.fromEntries([...byType].sort().map(([type, buckets]) => [type, flowOf(buckets)])),
    days: [...byDay].sort().map(([day, counts]) => ({ day, ...counts })),
    backlog: backlogOf(open, today),
  };
}

function flowOf(buckets: readonly Bucket[]): Flow {
  const counts = new Map<string, number>();
  for (const bucket of buckets)
    for (const [field, count] of Object.entries(bucket.counts))
      counts.set(field, (counts.get(field) ?? 0) + count);
  const of = (field: string): number => counts.get(field) ?? 0;
  const under = (prefix: string): Record<string, number> =>
    Object.fromEntries(
      [...counts]
        .filter(([field]) => field.startsWith(prefix))
        .map(([field, count]) => [field.slice(prefix.length), count]),
    );
  const durations = (name: string): Durations => {
    const histogram: Histogram = new Map(
      Object.entries(under(`${name}#`)).map(([step, count]) => [Number(step), count]),
    );
    const count = [...histogram.values()].reduce((sum, each) => sum + each, 0);
    return { count, p50: percentile(histogram, 0.5), p95: percentile(histogram, 0.95) };
  };
  return {
    submitted: of('submitted'),
    closed: of('closed'),
    outcomes: under('outcome:'),
    sources: under('source:'),
    assigned: of('assigned'),
    reassigned: of('reassigned'),
    reassignmentRate: of('assigned') === 0 ? null : of('reassigned') / of('assigned'),
    unassigned: of('unassigned'),
    escalated: of('escalated'),
    recategorised: of('recategorised'),
    breached: of('breached'),
    gates: under('gate:'),
    timeToAssignment: durations('assignment'),
    firstResponse: durations('response'),
    approvalCycle: durations('approval'),
    timeToFinish: durations('finish'),
  };
}

const dayMs = 86_400_000;

function backlogOf(buckets: readonly Bucket[], today: string): Backlog[] {
  const rows = new Map<string, Backlog>();
  for (const { id, counts } of buckets) {
    const count = counts['open'] ?? 0;
    if (count <= 0) continue;
    const [, type = '', state = '', since = today] = id.split('|');
    const age = Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / dayMs));
    const key = `${type}|${state}`;
    const row = rows.get(key) ?? {
      type,
      state,
      open: 0,
      oldestDays: 0,
      byAge: { today: 0, week: 0, month: 0, older: 0 },
    };
    const band = age === 0 ? 'today' : age <= 7 ? 'week' : age <= 30 ? 'month' : 'older';
    rows.set(key, {
      ...row,
      open: row.open + count,
      oldestDays: Math.max(row.oldestDays, age),
      byAge: { ...row.byAge, [band]: row.byAge[band] + count },
    });
  }
  return [...rows].sort().map(([, row]) => row);
}
