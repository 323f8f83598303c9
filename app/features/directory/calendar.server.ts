import { calendarEditor } from './calendar-editor.server.ts';
import { type CalendarAnswer, holidayRows, weekDays, weekHours } from './calendar-week.server.ts';
import { type Desk, readObject } from './desk.server.ts';
import type { Section } from './directory-view.ts';
import type { Kind, ObjectPage } from './kind.server.ts';
import { changePlain, createPlain, listPlain, type PlainKind, standingFilter } from './plain-kind.server.ts';
import { cityOf, clockIn, dateIn } from './spans.server.ts';

const plain: PlainKind = {
  slug: 'calendars',
  subject: 'Calendar',
  name: 'Calendar',
  names: 'Calendars',
  one: 'calendar',
  example: 'dublin',
  outOfUse: 'It can be chosen no more. Whoever names it already keeps its hours.',
};

/** Calendars: when work is done, and when clocks run. */
export const calendarsKind: Kind = {
  slug: 'calendars',
  label: 'Calendars',
  none: 'There is no calendar yet',
  searches: true,
  isOpen: ({ me }) => me.may('read', 'Calendar'),
  filters: async () => [standingFilter],
  list: (desk, narrowing) =>
    listPlain<CalendarAnswer>(desk, plain, narrowing, {
      columns: [
        { label: 'Name' },
        { label: 'Where' },
        { label: 'Open hours a week', as: 'side' },
        { label: 'Next holiday', as: 'side' },
      ],
      row: (calendar) => {
        const next = comingHolidays(desk, calendar)[0];
        return [
          {
            pieces: [{ text: calendar.title, note: calendar.id }],
            ...(calendar.active ? {} : { flags: [{ text: 'Out of use' }] }),
          },
          { pieces: [{ text: cityOf(calendar.zone), note: clockIn(calendar.zone, desk.now) }] },
          { pieces: [{ text: calendar.alwaysOpen ? 'always open' : weekHours(calendar.week) }] },
          {
            pieces: next === undefined ? [] : [{ text: next.title, note: holidayRows([next])[0]?.day ?? '' }],
          },
        ];
      },
    }),
  create: (desk) => createPlain(desk, plain, calendarEditor(desk, null)),
  read: readCalendar,
};

function comingHolidays(
  desk: Pick<Desk, 'now'>,
  { exceptions, zone }: CalendarAnswer,
): CalendarAnswer['exceptions'] {
  const today = dateIn(zone, desk.now);
  return exceptions.filter(({ date }) => date >= today).toSorted((a, b) => a.date.localeCompare(b.date));
}

async function readCalendar(desk: Desk, id: string): Promise<ObjectPage> {
  const calendar = await readObject<CalendarAnswer>(desk, 'getCalendar', id);
  const deeds = changePlain(desk, plain, calendar, calendarEditor(desk, calendar));
  const { zone, alwaysOpen, week, exceptions } = calendar;
  const coming = comingHolidays(desk, calendar);
  const past = exceptions.length - coming.length;
  return {
    rev: calendar.rev,
    deeds,
    history: { operationId: 'listCalendarHistory', id },
    view: {
      id,
      title: calendar.title,
      second: alwaysOpen ? 'Always open' : `${weekHours(week)} a week`,
      avatar: null,
      flags: calendar.active ? [] : [{ text: 'Out of use', tone: 'danger' }],
      presses: [],
      deeds: deeds.map((deed) => ({ id: deed.id, label: deed.label })),
      sections: [{ kind: 'week', title: 'The week', zone, days: weekDays(calendar) }, holidays(coming, past)],
      aside: [
        {
          kind: 'facts',
          title: `About ${calendar.title}`,
          facts: [
            { label: 'Time zone', pieces: [{ text: zone, note: `${clockIn(zone, desk.now)} now` }] },
            { label: 'Holidays', pieces: [{ text: `${coming.length} ahead, ${past} past` }] },
            { label: 'Id', pieces: [{ text: id }] },
          ],
        },
      ],
    },
  };
}

function holidays(coming: CalendarAnswer['exceptions'], past: number): Section {
  return {
    kind: 'table',
    title: 'Holidays and other hours ahead',
    none: past === 0 ? 'None: every week is alike.' : `None ahead; ${past} are past.`,
    columns: [{ label: 'Day' }, { label: 'What' }, { label: 'Hours' }],
    rows: holidayRows(coming).map(({ date, day, title, hours }) => ({
      id: date,
      cells: [
        { pieces: [{ text: day }] },
        { pieces: [{ text: title }] },
        { pieces: [{ text: hours }], quiet: true },
      ],
    })),
  };
}
