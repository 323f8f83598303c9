import type { CalendarSpec } from '../../calendar/calendar.ts';
import { compileCalendar } from '../../calendar/compile-calendar.ts';
import type { KnownCalendar } from '../case/case-world.ts';
import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';

/** A business calendar of the directory. */
export interface CalendarState extends DirectoryState, Omit<CalendarSpec, 'alwaysOpen'> {
  readonly title: string;
  readonly alwaysOpen: boolean;
}

/** The stream of one calendar. */
export const calendarStream = directoryStream<CalendarState>({
  kind: 'calendar',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    title: '',
    zone: 'UTC',
    week: {},
    exceptions: [],
    alwaysOpen: false,
  },
  indexOf: (state, id) => ({
    lists: ['calendar', ...(state.active ? ['calendar|active'] : [])],
    sort: `${state.title.toLowerCase()} ${id}`,
  }),
});

/** The calendar as hours are computed from it. */
export function specOfCalendar(state: CalendarState): CalendarSpec {
  const { zone, week, exceptions, alwaysOpen } = state;
  return alwaysOpen ? { zone, week, exceptions, alwaysOpen } : { zone, week, exceptions };
}

/** A calendar as decisions see it, compiled; one out of use keeps its hours for those who still name it. */
export function viewOfCalendar(id: string, rev: number, state: CalendarState): KnownCalendar {
  return { id, rev, calendar: compileCalendar(specOfCalendar(state)) };
}

/** The calendar every installation has: always open. */
export const alwaysCalendar: KnownCalendar = {
  id: 'always',
  rev: 0,
  calendar: compileCalendar({ zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true }),
};
