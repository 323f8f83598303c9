import type { Backlog, Flow } from '../../../domain/analysis/summarise.ts';
import { span } from '../../lib/times.server.ts';

const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`);

/** What the ages of a backlog say. */
export function ageSentence(backlog: readonly Pick<Backlog, 'open' | 'byAge' | 'oldestDays'>[]): string {
  const sum = (of: (row: Pick<Backlog, 'open' | 'byAge'>) => number): number =>
    backlog.reduce((total, row) => total + of(row), 0);
  const open = sum((row) => row.open);
  if (open === 0) return 'Nothing is open.';
  const old = sum(({ byAge }) => byAge.month + byAge.older);
  const oldest = Math.max(...backlog.map(({ oldestDays }) => oldestDays));
  if (old === 0) return `All ${cases(open)} moved within the last week.`;
  const stood = old === 1 ? 'has' : 'have';
  return `${old} of ${cases(open)} ${stood} stood in the same state for over a week, the longest for ${oldest} days.`;
}

/** Whether more came in than was finished. */
export function flowSentence(
  { submitted, closed }: Pick<Flow, 'submitted' | 'closed'>,
  period: string,
): string {
  const when = inPeriod(period);
  if (submitted === 0 && closed === 0) return `Nothing came in and nothing was finished ${when}.`;
  const many = `${cases(submitted)} came in and ${closed} ${closed === 1 ? 'was' : 'were'} finished ${when}`;
  if (submitted === closed) return `${many}: the backlog stayed as it was.`;
  const difference = Math.abs(submitted - closed);
  return `${many}: the backlog ${submitted > closed ? 'grew' : 'shrank'} by ${difference}.`;
}

/** How often a clock ran out. */
export function breachSentence({ breached }: Pick<Flow, 'breached'>, period: string): string {
  const when = inPeriod(period);
  if (breached === 0) return `No deadline was missed ${when}.`;
  return breached === 1 ? `One deadline was missed ${when}.` : `${breached} deadlines were missed ${when}.`;
}

/** Which of the times spreads the most. */
export function spreadSentence(
  total: Pick<Flow, 'timeToAssignment' | 'firstResponse' | 'approvalCycle'>,
): string {
  const times = [
    ['to find somebody', total.timeToAssignment],
    ['to get a first answer', total.firstResponse],
    ['to decide a gate', total.approvalCycle],
  ] as const;
  const spread = times.flatMap(([what, { p50, p95 }]) =>
    p50 === null || p95 === null ? [] : [{ what, p50, p95, times: p95 / Math.max(p50, 60_000) }],
  );
  const widest = spread.sort((a, b) => b.times - a.times)[0];
  if (widest === undefined) return 'Nothing was measured in these days.';
  if (widest.times < 2) return 'All of them take about as long each time.';
  return `It varies most how long it takes ${widest.what}: the median is ${span(widest.p50)}, the slowest one in twenty over ${span(widest.p95)}.`;
}

const inPeriod = (period: string): string => `in the ${period.charAt(0).toLowerCase()}${period.slice(1)}`;
