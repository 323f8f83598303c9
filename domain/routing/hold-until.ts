import { dayMs } from '../calendar/epoch-day.ts';
import type { Suppression } from './suppression-schema.ts';

/** Midnight UTC at which a `YYYY-MM-DD` begins, in epoch milliseconds. */
function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** Whether the last day of something dated is over, in UTC. */
export function isPast(date: string | undefined, now: number): boolean {
  return date !== undefined && now >= startOf(date) + dayMs;
}

/** Whether a suppression still works on a case: not expired, its hold's date not reached, its days not served already. */
export function isInForce(suppression: Suppression, now: number, released: readonly string[]): boolean {
  const { id, until, expiresOn } = suppression;
  if (isPast(expiresOn, now)) return false;
  if (until === undefined || suppression.action !== 'hold') return true;
  if ('date' in until) return now < startOf(until.date);
  return !('days' in until && released.includes(id));
}

/**
 * When a held case is routed again, later than `now` while the suppression is in force: after the days, on the date, or,
 * where a condition or nothing but its own dates end it, a day later, since a hold without a date is a hole.
 */
export function holdUntil(suppression: Suppression, now: number): number {
  const { until } = suppression;
  if (until !== undefined && 'date' in until) return startOf(until.date);
  return now + (until !== undefined && 'days' in until ? until.days : 1) * dayMs;
}
