import type { Weekday } from './calendar.ts';

/** One nominal day in milliseconds. */
export const dayMs = 86_400_000;

/** The `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function dateOfEpochDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The ISO weekday of a day counted from 1970-01-01, a Thursday. */
export function weekdayOfEpochDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}
