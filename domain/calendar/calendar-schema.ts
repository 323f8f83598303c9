import { z } from 'zod';
import { linePattern, lineWords } from '../fact/plain-text.ts';
import type { CalendarSpec } from './calendar.ts';
import { isTimeZone } from './is-time-zone.ts';
import { windowOverlaps } from './window-overlaps.ts';

const time = (pattern: RegExp, words: string) => z.string().regex(pattern, words);

const windowSchema = z.strictObject({
  from: time(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write the opening time as HH:MM, from 00:00 to 23:59.'),
  to: time(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write the closing time as HH:MM, up to 24:00.'),
});

const windowsSchema = z.array(windowSchema).max(12, 'A day has 12 windows at most.').readonly();

const weekSchema = z
  .strictObject({
    1: windowsSchema.exactOptional(),
    2: windowsSchema.exactOptional(),
    3: windowsSchema.exactOptional(),
    4: windowsSchema.exactOptional(),
    5: windowsSchema.exactOptional(),
    6: windowsSchema.exactOptional(),
    7: windowsSchema.exactOptional(),
  })
  .readonly();

const exceptionSchema = z
  .strictObject({
    date: z.iso.date('Write the date as YYYY-MM-DD.'),
    title: z
      .string()
      .trim()
      .min(1, 'Say what the day is, such as “Christmas Day”.')
      .max(120)
      .regex(linePattern, lineWords),
    windows: windowsSchema,
  })
  .readonly();

/** The fields of a calendar one by one, for those who change some of them; `calendarSchema` is what holds for the whole. */
export const calendarFields = z.strictObject({
  zone: z
    .string()
    .max(64)
    .refine(
      isTimeZone,
      'Name a time zone by its region and city, such as Europe/Dublin; an offset will not do.',
    ),
  week: weekSchema,
  exceptions: z.array(exceptionSchema).max(2_000, 'A calendar has 2,000 exceptions at most.').readonly(),
  alwaysOpen: z.boolean().exactOptional(),
});

/** A stored calendar: a known time zone, hours that do not overlap, each exception's date once. */
export const calendarSchema = calendarFields.readonly().superRefine((spec, context) => {
  const report = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (spec.alwaysOpen && Object.keys(spec.week).length + spec.exceptions.length > 0) {
    report(
      ['alwaysOpen'],
      'A calendar that is always open has no hours and no exceptions. Remove them, or close it.',
    );
  }
  for (const { path, message } of windowOverlaps(spec)) report(path, message);
  const seen = new Set<string>();
  for (const [index, { date }] of spec.exceptions.entries()) {
    if (seen.has(date))
      report(['exceptions', index, 'date'], `${date} has an exception already. Keep one of them.`);
    seen.add(date);
  }
}) satisfies z.ZodType<CalendarSpec>;
