import { Temporal } from 'temporal-polyfill';
import { addWorkingTime } from './add-working-time.ts';
import type { Calendar } from './calendar.ts';
import { dayMs, weekdayOfEpochDay } from './epoch-day.ts';
import { instantOfWallTime, startOfDay } from './instant-of-wall-time.ts';
import { nextOpening } from './next-opening.ts';

/** A time at which one may want to look at something again. */
export interface LaterTime {
  readonly id: 'hours' | 'tomorrow' | 'monday';
  /** Epoch milliseconds. */
  readonly at: number;
}

const threeHoursMs = 3 * 3_600_000;
const sixInTheMorning = 6 * 60;
const nineInTheMorning = 9 * 60;

/**
 * When somebody could look again, by their zone and their calendar: in three working hours if that is still today, when work begins
 * tomorrow if it does, and when it begins next Monday; each a time of its own, in order.
 * @throws LIMIT_EXCEEDED when the calendar stays closed for two years.
 */
export function laterTimes(calendar: Calendar, zone: string, now: number): LaterTime[] {
  const today = localDay(zone, now);
  const monday = today + 8 - weekdayOfEpochDay(today);
  const soon = addWorkingTime(calendar, now, threeHoursMs);
  const tomorrow = openingOn(calendar, zone, today + 1);
  const nine = instantOfWallTime(zone, monday, nineInTheMorning);
  return [
    ...(soon < startOfDay(zone, today + 1) ? [{ id: 'hours' as const, at: soon }] : []),
    ...(tomorrow === null ? [] : [{ id: 'tomorrow' as const, at: tomorrow }]),
    ...(tomorrow !== null && monday === today + 1
      ? []
      : [{ id: 'monday' as const, at: openingOn(calendar, zone, monday) ?? nine }]),
  ];
}

/** When work begins on a local day; at nine where it goes on through the night, null where it does not begin at all. */
function openingOn(calendar: Calendar, zone: string, day: number): number | null {
  const early = instantOfWallTime(zone, day, sixInTheMorning);
  const opening = nextOpening(calendar, early);
  if (opening === early) return instantOfWallTime(zone, day, nineInTheMorning);
  return opening < startOfDay(zone, day + 1) ? opening : null;
}

function localDay(zone: string, at: number): number {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return Date.UTC(year, month - 1, day) / dayMs;
}
