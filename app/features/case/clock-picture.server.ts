import { span } from '../../lib/times.server.ts';
import type { CaseAnswer } from './case-answers.ts';

type Clock = CaseAnswer['clocks'][number];

/** A stretch of one day, in thousandths of the scale that all days share. */
interface Stretch {
  readonly from: number;
  readonly width: number;
  readonly kind: 'used' | 'left' | 'paused';
}

/** One day on the scale. */
export interface ClockDay {
  readonly id: string;
  readonly label: string;
  readonly stretches: readonly Stretch[];
  readonly worked: string;
}

/** How a clock comes to its due time: days on one scale, and the same in words. */
export interface ClockPicture {
  readonly id: string;
  readonly title: string;
  readonly target: string;
  readonly status: Clock['status'];
  readonly breached: boolean;
  readonly days: readonly ClockDay[];
  readonly earlier: number;
  readonly begins: string;
  readonly ends: string;
  readonly summary: string;
  readonly pauses: readonly string[];
}

const minute = 60_000;
const shownDays = 6;

interface Piece {
  readonly day: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ms: number;
  readonly kind: Stretch['kind'];
}

/** Draws the clocks of a case in one person's time zone. */
export function picturesOf(clocks: readonly Clock[], zone: string, now: number): ClockPicture[] {
  const local = localIn(zone);
  return clocks.map((clock) => pictureOf(clock, local, now));
}

interface Local {
  day(at: number): string;
  label(at: number): string;
  minutes(at: number): number;
  clock(at: number): string;
}

function localIn(zone: string): Local {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  const day = format({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const label = format({ weekday: 'short', day: 'numeric' });
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const short = format({ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    day: (at) => day.format(at),
    label: (at) => label.format(at),
    clock: (at) => short.format(at).replace(',', ''),
    minutes(at) {
      const [hours = 0, minutes = 0] = clock.format(at).split(':').map(Number);
      return hours * 60 + minutes;
    },
  };
}

function pictureOf(clock: Clock, local: Local, now: number): ClockPicture {
  const { id, title, status, breached, targetMs, countedMs, lines } = clock;
  const pieces = lines.flatMap((line) => piecesOf(line, local, now));
  const worked = pieces.filter(({ kind }) => kind !== 'paused');
  const begin = Math.min(...worked.map(({ from }) => from), 1_440);
  const end = Math.max(...worked.map(({ to }) => to), 0);
  const days = daysOf(pieces, begin, end);
  const left = targetMs - countedMs;
  const over = breached || left < 0;
  return {
    id,
    title,
    target: span(targetMs),
    status,
    breached,
    days: days.slice(0, shownDays),
    earlier: Math.max(0, days.length - shownDays),
    begins: hours(begin),
    ends: hours(end),
    summary:
      status === 'running' || status === 'paused'
        ? `${span(countedMs)} used, ${over ? 'none' : span(left)} left.`
        : `${span(countedMs)} of ${span(targetMs)} used.`,
    pauses: lines
      .filter(({ counted, from, to, why }) => !counted && to > from && why.startsWith('Paused'))
      .map(({ from, to, why }) => `${why}, ${local.clock(from)} to ${to >= now ? 'now' : local.clock(to)}.`),
  };
}

const hours = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A line cut at midnights and at now. */
function piecesOf(line: Clock['lines'][number], local: Local, now: number): Piece[] {
  const paused = !line.counted && line.why.startsWith('Paused');
  if ((!line.counted && !paused) || line.to <= line.from) return [];
  const cuts = line.from < now && now < line.to ? [line.from, now, line.to] : [line.from, line.to];
  return cuts.slice(1).flatMap((to, i) => {
    const from = cuts[i] ?? to;
    const kind = paused ? 'paused' : to <= now ? 'used' : 'left';
    return byDay(from, to, local).map((piece) => ({ ...piece, kind }) as const);
  });
}

function byDay(start: number, end: number, local: Local): Omit<Piece, 'kind'>[] {
  const pieces: Omit<Piece, 'kind'>[] = [];
  for (let at = start; at < end && pieces.length < 60; ) {
    const from = local.minutes(at);
    const untilMidnight = (1_440 - from) * minute - (at % minute);
    const stop = Math.min(end, at + untilMidnight);
    const last = local.minutes(stop);
    const to = local.day(stop) === local.day(at) ? last : 1_440;
    pieces.push({ day: local.day(at), label: local.label(at), from, to, ms: stop - at });
    at = stop;
  }
  return pieces;
}

function daysOf(pieces: readonly Piece[], begin: number, end: number): ClockDay[] {
  const scale = (minutes: number): number =>
    Math.round((1_000 * (Math.min(Math.max(minutes, begin), end) - begin)) / Math.max(1, end - begin));
  const days = new Map<string, Piece[]>();
  for (const piece of pieces) days.set(piece.day, [...(days.get(piece.day) ?? []), piece]);
  return [...days].flatMap(([id, parts]) => {
    const worked = parts.filter(({ kind }) => kind !== 'paused').reduce((sum, { ms }) => sum + ms, 0);
    const stretches = parts
      .map(({ from, to, kind }) => ({ from: scale(from), width: scale(to) - scale(from), kind }))
      .filter(({ width }) => width > 0);
    if (stretches.length === 0) return [];
    return [{ id, label: parts[0]?.label ?? '', stretches, worked: worked === 0 ? 'none' : span(worked) }];
  });
}
