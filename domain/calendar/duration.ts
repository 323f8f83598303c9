import { DomainError } from '../error/domain-error.ts';

const hourMs = 3_600_000;
const written = /^(?:(\d{1,3})w)? ?(?:(\d{1,4})d)? ?(?:(\d{1,5})h)? ?(?:(\d{1,6})m)?$/;
const longestMs = 366 * 24 * hourMs;

/** What a day and a week of a duration stand for, in milliseconds. */
interface DurationMeasure {
  readonly dayMs: number;
  readonly weekMs: number;
}

/** In working time a day is 8 hours and a week 5 such days, whatever the hours of the calendar. */
const workingMeasure: DurationMeasure = { dayMs: 8 * hourMs, weekMs: 40 * hourMs };
/** Where every hour counts a day is 24 hours and a week 7 days. */
const wallMeasure: DurationMeasure = { dayMs: 24 * hourMs, weekMs: 168 * hourMs };

/**
 * Reads `30m`, `4h`, `2d`, `1w` or a sum with the largest unit first (`1d 4h 30m`), in milliseconds of the calendar's time.
 * @throws VALIDATION_FAILED when it is not a duration, is nothing, or is longer than 366 days of 24 hours.
 */
export function durationMs(text: string, calendar: { readonly alwaysOpen: boolean }): number {
  const problem = refusalOfDuration(text);
  if (problem !== null) throw new DomainError('VALIDATION_FAILED', problem);
  return total(text, calendar.alwaysOpen ? wallMeasure : workingMeasure);
}

/** Why a text cannot be a duration, in words that say what to write; null when it can. */
export function refusalOfDuration(text: string): string | null {
  const longest = total(text, wallMeasure);
  if (Number.isNaN(longest))
    return `“${text}” is not a duration. Write for example 30m, 4h, 2d, 1w or 1d 4h 30m.`;
  if (longest === 0) return 'A duration has to be longer than nothing. Write for example 30m.';
  if (longest > longestMs) return `“${text}” is too long. A duration is 366 days at most.`;
  return null;
}

function total(text: string, measure: DurationMeasure): number {
  const parts = text === '' ? null : written.exec(text);
  if (!parts) return Number.NaN;
  const [weeks, days, hours, minutes] = parts.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return (
    (weeks ?? 0) * measure.weekMs +
    (days ?? 0) * measure.dayMs +
    (hours ?? 0) * hourMs +
    (minutes ?? 0) * 60_000
  );
}
