import type { z } from 'zod';
import { calendarFields, calendarSchema } from '../../calendar/calendar-schema.ts';
import { compileCalendar } from '../../calendar/compile-calendar.ts';
import { nextOpening } from '../../calendar/next-opening.ts';
import { DomainError } from '../../error/domain-error.ts';
import type { DirectoryObject } from '../directory/directory-object.ts';
import { lineSchema } from '../directory/field-schemas.ts';
import { readBy } from '../directory/read-fields.ts';
import { alwaysCalendar, type CalendarState, calendarStream, specOfCalendar } from './calendar-stream.ts';

const fields = calendarFields.extend({ title: lineSchema(200) });
const create: z.ZodType<object> = fields.partial().required({ title: true, zone: true });

/** Calendars: one without any hour to come is refused, since every clock on it would stand still. */
export const calendarObject: DirectoryObject<CalendarState> = {
  kind: 'calendar',
  stream: calendarStream,
  create,
  patch: fields.partial(),
  references: () => [],
  check(next, { id, now }) {
    if (id === alwaysCalendar.id) {
      throw new DomainError('CONFLICT', 'The calendar `always` is built in. Choose another id.');
    }
    const spec = readBy(calendarSchema, specOfCalendar(next));
    if (!opens(spec, now)) {
      throw new DomainError('VALIDATION_FAILED', 'This calendar has no hours in the next two years.', {
        details: [{ pointer: '/week', detail: 'Give one weekday hours, or make it always open.' }],
      });
    }
  },
};

function opens(spec: z.infer<typeof calendarSchema>, now: number): boolean {
  try {
    nextOpening(compileCalendar(spec), now);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'LIMIT_EXCEEDED') return false;
    throw error;
  }
}
