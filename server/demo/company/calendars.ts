import type { CalendarSpec, ExceptionSpec, WindowSpec } from '../../../domain/calendar/calendar.ts';

/** A calendar of the invented company. */
export interface DemoCalendar extends CalendarSpec {
  readonly id: string;
  readonly title: string;
}

const weekdays = [1, 2, 3, 4, 5] as const;

function hours(days: readonly number[], ...windows: readonly WindowSpec[]): CalendarSpec['week'] {
  return Object.fromEntries(days.map((day) => [day, windows]));
}

type Holiday = readonly [monthAndDay: string, title: string];

const newYear: Holiday = ['01-01', 'New Year’s Day'];
const christmas: Holiday = ['12-25', 'Christmas Day'];
const france: readonly Holiday[] = [
  newYear,
  ['05-01', 'Fête du Travail'],
  ['05-08', 'Victoire 1945'],
  ['07-14', 'Fête nationale'],
  ['08-15', 'Assomption'],
  ['11-01', 'Toussaint'],
  ['11-11', 'Armistice'],
  christmas,
];
const britain: readonly Holiday[] = [newYear, christmas, ['12-26', 'Boxing Day']];
const america: readonly Holiday[] = [
  newYear,
  ['06-19', 'Juneteenth'],
  ['07-04', 'Independence Day'],
  ['11-11', 'Veterans Day'],
  christmas,
];
const brazil: readonly Holiday[] = [
  newYear,
  ['04-21', 'Tiradentes'],
  ['05-01', 'Dia do Trabalho'],
  ['09-07', 'Independência'],
  ['10-12', 'Nossa Senhora Aparecida'],
  ['11-02', 'Finados'],
  ['11-15', 'Proclamação da República'],
  christmas,
];
const chile: readonly Holiday[] = [
  newYear,
  ['05-21', 'Glorias Navales'],
  ['09-18', 'Independencia'],
  ['09-19', 'Glorias del Ejército'],
  ['11-01', 'Todos los Santos'],
  christmas,
];
const nepal: readonly Holiday[] = [
  ['01-11', 'Prithvi Jayanti'],
  ['05-29', 'Republic Day'],
  ['09-19', 'Constitution Day'],
];
const singapore: readonly Holiday[] = [
  newYear,
  ['05-01', 'Labour Day'],
  ['08-09', 'National Day'],
  christmas,
];
const australia: readonly Holiday[] = [
  newYear,
  ['01-26', 'Australia Day'],
  ['04-25', 'Anzac Day'],
  christmas,
  ['12-26', 'Boxing Day'],
];

function closedOn(holidays: readonly Holiday[], years: readonly number[]): ExceptionSpec[] {
  return years.flatMap((year) =>
    holidays.map(([day, title]) => ({ date: `${year}-${day}`, title, windows: [] })),
  );
}

/** The calendars of every office and of the support hours, with the holidays of the years around `now` (epoch milliseconds). */
export function demoCalendars(now: number): readonly DemoCalendar[] {
  const thisYear = new Date(now).getUTCFullYear();
  const years = [thisYear - 1, thisYear, thisYear + 1];
  const day = { from: '09:00', to: '17:30' };
  const office = (
    id: string,
    title: string,
    zone: string,
    more: { readonly holidays: readonly Holiday[]; readonly week?: CalendarSpec['week'] },
  ): DemoCalendar => ({
    id,
    title,
    zone,
    week: more.week ?? hours(weekdays, day),
    exceptions: closedOn(more.holidays, years),
  });
  return [
    office('hq', 'Paris office', 'Europe/Paris', {
      holidays: france,
      week: hours(weekdays, { from: '09:00', to: '12:30' }, { from: '13:30', to: '18:00' }),
    }),
    office('london', 'London office', 'Europe/London', { holidays: britain }),
    office('new-york', 'New York office', 'America/New_York', { holidays: america }),
    office('sao-paulo', 'São Paulo office', 'America/Sao_Paulo', { holidays: brazil }),
    office('santiago', 'Santiago office', 'America/Santiago', { holidays: chile }),
    office('kathmandu', 'Kathmandu office', 'Asia/Kathmandu', {
      holidays: nepal,
      week: hours([1, 2, 3, 4, 5, 7], { from: '10:00', to: '17:00' }),
    }),
    office('singapore', 'Singapore office', 'Asia/Singapore', { holidays: singapore }),
    office('sydney', 'Sydney office', 'Australia/Sydney', { holidays: australia }),
    office('support-emea', 'Support hours, Europe', 'Europe/Paris', {
      holidays: [newYear, christmas],
      week: hours(weekdays, { from: '08:00', to: '19:00' }),
    }),
    office('support-americas', 'Support hours, the Americas', 'America/New_York', {
      holidays: [newYear, christmas],
      week: hours(weekdays, { from: '08:00', to: '20:00' }),
    }),
    office('support-apac', 'Support hours, Asia and the Pacific', 'Asia/Singapore', {
      holidays: [newYear, christmas],
      week: { ...hours(weekdays, { from: '07:00', to: '18:00' }), 6: [{ from: '09:00', to: '13:00' }] },
    }),
    { id: 'on-call', title: 'On call', zone: 'UTC', week: {}, exceptions: [], alwaysOpen: true },
  ];
}
