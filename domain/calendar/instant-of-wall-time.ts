import { Temporal } from 'temporal-polyfill';
import { boundedMemo } from './bounded-memo.ts';
import { dateOfEpochDay, dayMs } from './epoch-day.ts';

const zonesRemembered = 64;
const daysRemembered = 4_000;

/** Midnights are asked for by every calendar of a zone, so they are remembered per zone. */
const midnightsOf = boundedMemo(zonesRemembered, (zone: string) =>
  boundedMemo(daysRemembered, (day: number) => resolve(zone, day, 0)),
);

/**
 * The instant, in epoch milliseconds, at which clocks in the zone show the minute of the day.
 * A wall time the clocks skip is taken as much later as they jump; one they show twice is taken at its first showing.
 * Minutes from 1,440 on are of the next day. `day` counts from 1970-01-01.
 */
export function instantOfWallTime(zone: string, day: number, minute: number): number {
  if (minute >= 1440) return instantOfWallTime(zone, day + 1, minute - 1440);
  const midnight = startOfDay(zone, day);
  // A day of 24 hours has no transition inside it, so its minutes can be counted.
  if (startOfDay(zone, day + 1) - midnight === dayMs) return midnight + minute * 60_000;
  return resolve(zone, day, minute);
}

/** The instant at which a local day begins, in epoch milliseconds; equal to the next day's if the zone skipped the date. */
export function startOfDay(zone: string, day: number): number {
  return midnightsOf(zone)(day);
}

function resolve(zone: string, day: number, minute: number): number {
  const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  return Temporal.PlainDate.from(dateOfEpochDay(day))
    .toPlainDateTime(time)
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}
