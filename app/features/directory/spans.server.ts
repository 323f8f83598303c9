interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly clock: Intl.DateTimeFormat;
  readonly iso: Intl.DateTimeFormat;
}

/** Making formats costs more than using them. */
const formats = new Map<string, Formats>();

function formatsIn(zone: string): Formats {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const made = {
    day: new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...day }),
    moment: new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...day, weekday: undefined, ...clock }),
    clock: new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...clock }),
    iso: new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
  };
  formats.set(zone, made);
  return made;
}

/** A stretch of time in words, end excluded: whole days as days, anything else to the minute. */
export function spanWords(zone: string, from: number, until: number): string {
  const { day, moment } = formatsIn(zone);
  if (!isMidnight(zone, from) || !isMidnight(zone, until))
    return `${moment.format(from)} to ${moment.format(until)}`;
  const [first, last] = [day.format(from), day.format(until - 1)];
  return first === last ? first : `${first} to ${last}`;
}

/** A moment until which something lasts: the last whole day, or the minute. */
export function untilWords(zone: string, until: number): string {
  const { day, moment } = formatsIn(zone);
  return isMidnight(zone, until) ? day.format(until - 1) : moment.format(until);
}

const isMidnight = (zone: string, at: number): boolean => formatsIn(zone).clock.format(at) === '00:00';

/** The day of a moment. */
export const dayWords = (zone: string, at: number): string => formatsIn(zone).day.format(at);

/** What clocks in a zone show. */
export const clockIn = (zone: string, at: number): string => formatsIn(zone).clock.format(at);

/** A date as a date control takes it. */
export const dateIn = (zone: string, at: number): string => formatsIn(zone).iso.format(at);

/** A moment as a date-and-time control takes it. */
export const momentIn = (zone: string, at: number): string => `${dateIn(zone, at)}T${clockIn(zone, at)}`;

/** A zone as people call it: `Paris`. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
