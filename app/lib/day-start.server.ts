import { Temporal } from 'temporal-polyfill';

/** When a day given as `2026-10-14` begins in a zone, so many days later, in epoch milliseconds; undefined for what is no day. */
export function dayStart(day: string, zone: string, later: number): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  try {
    return Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return undefined;
  }
}
