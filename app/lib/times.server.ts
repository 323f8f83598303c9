import type { Due } from './due.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A time as pages show it: formatted once, on the server, since a browser's words may differ and would break hydration. */
export interface Told {
  readonly words: string;
  /** In full, for hover and screen readers. */
  readonly exact: string;
  /** As short as an exact time can be: `Tue 24 Nov 2026, 12:35 GMT`. */
  readonly brief: string;
}

/** How much time is left until something is due, in the time it is counted in. */
export interface WorkingLeft {
  readonly workingMs: number;
  /** Every hour counts. */
  readonly always: boolean;
}

/** Words for times in one person's time zone, as of one instant. */
export interface Times {
  /** A moment that has passed or will come: `13:37` today, `Tue 15:45` in the week around, else `12 Oct`. */
  when(at: number): Told;
  /** When something is due: how much working time is left while it is near, late by how much, else the day. */
  due(at: number | null, left?: WorkingLeft | null): Due | null;
}

/** British dates and the 24-hour clock. */
export function timesIn(zone: string, now: number = Date.now()): Times {
  const { clock, weekday, date, year, zoned, full } = formatsIn(zone);
  const brief = (at: number): string => `${weekday.format(at)} ${year.format(at)}, ${zoned.format(at)}`;
  const sameDay = (at: number): boolean => year.format(at) === year.format(now);
  const words = (at: number): string => {
    if (sameDay(at)) return clock.format(at);
    if (Math.abs(at - now) < 6 * day) return `${weekday.format(at)} ${clock.format(at)}`;
    return Math.abs(at - now) < 300 * day ? date.format(at) : year.format(at);
  };
  return {
    when: (at) => ({ words: words(at), exact: full.format(at), brief: brief(at) }),
    due(at, left = null) {
      if (at === null) return null;
      const told = {
        brief: brief(at),
        exact: `due ${full.format(at)}${left === null || at <= now ? '' : `, ${leftInFull(left)}`}`,
      };
      if (at <= now) return { tone: 'breached', words: `${span(now - at)} late`, ...told };
      if (left !== null) return { ...nearness(left, words(at)), ...told };
      if (!sameDay(at)) return { tone: 'fine', words: words(at), ...told };
      return { tone: at - now < 3 * hour ? 'soon' : 'fine', words: `${span(at - now)} left`, ...told };
    },
  };
}

/** Working days are of 8 hours here and of 24 there, so what is left is told in hours; of more than these the day says more. */
const nearest = { working: 16 * hour, always: day } as const;
const soonest = 3 * hour;

function nearness({ workingMs, always }: WorkingLeft, byDay: string): Pick<Due, 'tone' | 'words'> {
  const near = workingMs <= (always ? nearest.always : nearest.working);
  return {
    tone: workingMs < soonest ? 'soon' : 'fine',
    words: near ? `${hoursIn(workingMs)} left` : byDay,
  };
}

const leftInFull = ({ workingMs, always }: WorkingLeft): string =>
  `${hoursIn(workingMs)}${always ? '' : ' of working time'} left`;

/** A length of time in hours, with minutes while they matter: `2 h 12 m`, `14 h`. */
function hoursIn(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / minute));
  return whole < 600 ? span(whole * minute) : `${Math.floor(whole / 60)} h`;
}

/** Making formats costs more than a page of them does; there are as many as there are zones. */
const formats = new Map<string, ReturnType<typeof madeFormats>>();

function formatsIn(zone: string): ReturnType<typeof madeFormats> {
  const known = formats.get(zone) ?? madeFormats(zone);
  formats.set(zone, known);
  return known;
}

function madeFormats(zone: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  return {
    clock: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: format({ weekday: 'short' }),
    date: format({ day: 'numeric', month: 'short' }),
    year: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    zoned: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' }),
    full: format({
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
    }),
  };
}

/** A length of time in its two largest units: `2 h 12 m`, `3 d 4 h`. */
export function span(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / minute));
  const [days, hours, minutes] = [Math.floor(whole / 1_440), Math.floor((whole % 1_440) / 60), whole % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${String(minutes).padStart(2, '0')} m` : `${hours} h`;
  return minutes > 0 ? `${minutes} m` : 'under a minute';
}
