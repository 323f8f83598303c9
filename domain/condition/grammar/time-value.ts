import type { Value } from './value.ts';

const dayMs = 86_400_000;
const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const momentPattern =
  /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d\d):(\d\d))$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of a `YYYY-MM-DD` that exists in the Gregorian calendar, else undefined. */
export function dayNumber(text: string): number | undefined {
  const parts = datePattern.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (day < 1 || day > lengthOfMonth(year, month)) return undefined;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1;
}

/** The `YYYY-MM-DD` of days since 1970-01-01, the reverse of `dayNumber` for the years 0000 to 9999. */
export function dateOfDay(day: number): string {
  let year = 1970 + Math.floor(day / 365.2425);
  if (daysBeforeYear(year) > day) year -= 1;
  if (daysBeforeYear(year + 1) <= day) year += 1;
  let rest = day - daysBeforeYear(year);
  let month = 1;
  for (; rest >= lengthOfMonth(year, month); month += 1) rest -= lengthOfMonth(year, month);
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(rest + 1, 2)}`;
}

/** Epoch milliseconds of a moment: a number as it is, `YYYY-MM-DDThh:mm[:ss[.sss]]` with `Z` or an offset; else undefined. */
export function momentOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const parts = momentPattern.exec(value);
  if (parts === null) return undefined;
  const [, date = '', hours, minutes, seconds = '0', fraction = '0', sign, offsetHours, offsetMinutes] =
    parts;
  const day = dayNumber(date);
  if (day === undefined) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const time = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  if (sign === undefined) return day * dayMs + time + Number(fraction.padEnd(3, '0'));
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000;
  return day * dayMs + time + Number(fraction.padEnd(3, '0')) - (sign === '-' ? -offset : offset);
}

/**
 * Days from one point to another: whole ones between two dates, 24-hour ones with their fraction between two moments.
 * Undefined when a date meets a moment, because no time zone says when the date begins.
 */
export function daysFrom(start: Value, end: Value): number | undefined {
  const startDay = typeof start === 'string' ? dayNumber(start) : undefined;
  const endDay = typeof end === 'string' ? dayNumber(end) : undefined;
  if (startDay !== undefined && endDay !== undefined) return endDay - startDay;
  const startMs = momentOf(start);
  const endMs = momentOf(end);
  return startMs === undefined || endMs === undefined ? undefined : (endMs - startMs) / dayMs;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719_162;
}

function daysBeforeMonth(year: number, month: number): number {
  let days = 0;
  for (let earlier = 1; earlier < month; earlier += 1) days += lengthOfMonth(year, earlier);
  return days;
}
