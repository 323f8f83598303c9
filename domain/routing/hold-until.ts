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

/**
 * When a held case is routed again: after the days, on the date, or, where a condition or nothing but the suppression's
 * own dates end it, a day later, since a hold without a date is a hole. Always later than `now`.
 */
export function holdUntil(suppression: Suppression, now: number): number {
  const { until } = suppression;
  if (until !== undefined && 'days' in until) return now + until.days * dayMs;
  if (until !== undefined && 'date' in until) return Math.max(startOf(until.date), now + 1);
  return now + dayMs;
}
