import type { Calendar, Stretch } from '../calendar/calendar.ts';
import { workingTimeInWords } from '../calendar/duration-in-words.ts';
import { reasonsInWords } from '../calendar/reasons-in-words.ts';
import { workingWindows } from '../calendar/working-windows.ts';
import type { ClockInterval, ClockState } from './clock.ts';
import { isClockLive } from './clock-status.ts';
import { countedTimeOf } from './counted-time-of.ts';

/** One line of a clock's working: a stretch of time, or an instant where both ends are equal. In (epoch) milliseconds. */
export interface ClockLine {
  readonly from: number;
  readonly to: number;
  readonly counted: boolean;
  readonly workingMs: number;
  readonly why: string;
}

/** How a clock comes to its due time, line by line. In (epoch) milliseconds. */
export interface ClockExplanation {
  readonly lines: readonly ClockLine[];
  /** The working time of all lines: the target itself when they reach to a due time ahead. */
  readonly totalMs: number;
  /** What has been counted by now. */
  readonly countedMs: number;
  readonly targetMs: number;
  readonly dueAt: number | null;
}

/**
 * Shows the working of a clock from its start to its due time, to now when that is later or a pause holds it,
 * or to its end: every stretch once, closures in a row as one line, pauses and changes with their reasons.
 */
export function explainClock(clock: ClockState, calendar: Calendar, nowMs: number): ClockExplanation {
  const end = endOfWorking(clock, nowMs);
  const lines: ClockLine[] = [];
  for (const [index, interval] of clock.intervals.entries()) {
    const note = noteOn(interval, calendar);
    if (note !== null)
      lines.push({ from: interval.at, to: interval.at, counted: false, workingMs: 0, why: note });
    if (!opensStretch(interval)) continue;
    const to = clock.intervals.slice(index + 1).find(opensStretch)?.at ?? end;
    if (interval.kind === 'paused') lines.push(...pauseLine(interval.at, to, interval.reason));
    else lines.push(...linesOfStretch(calendar, interval.at, to));
  }
  return {
    lines: lines.sort((a, b) => a.from - b.from || a.to - b.to),
    totalMs: lines.reduce((total, line) => total + line.workingMs, 0),
    countedMs: countedTimeOf(clock, calendar, nowMs),
    targetMs: clock.target.durationMs,
    dueAt: clock.dueAt,
  };
}

function endOfWorking(clock: ClockState, nowMs: number): number {
  const lastMs = clock.intervals.at(-1)?.at ?? nowMs;
  if (!isClockLive(clock)) return lastMs;
  return Math.max(lastMs, nowMs, clock.dueAt ?? nowMs);
}

function opensStretch({ kind }: ClockInterval): boolean {
  return kind === 'started' || kind === 'paused' || kind === 'resumed';
}

function noteOn(interval: ClockInterval, calendar: Calendar): string | null {
  switch (interval.kind) {
    case 'recalculated':
      return `Target now ${workingTimeInWords(calendar, interval.target.durationMs)}: ${interval.reason}`;
    case 'breached':
      return 'Due time missed';
    case 'satisfied':
      return 'Goal reached';
    case 'cancelled':
      return `Cancelled: ${interval.reason}`;
    default:
      return null;
  }
}

function pauseLine(from: number, to: number, reason: string): ClockLine[] {
  return from < to ? [{ from, to, counted: false, workingMs: 0, why: `Paused: ${reason}` }] : [];
}

function linesOfStretch(calendar: Calendar, from: number, to: number): ClockLine[] {
  const groups: Stretch[][] = [];
  for (const stretch of workingWindows(calendar, from, to)) {
    const group = groups.at(-1);
    if (group && !stretch.open && group[0]?.open === false) group.push(stretch);
    else groups.push([stretch]);
  }
  return groups.map((group) => lineOf(group));
}

function lineOf(group: readonly Stretch[]): ClockLine {
  const from = group[0]?.fromMs ?? 0;
  const to = group.at(-1)?.toMs ?? 0;
  const counted = group[0]?.open === true;
  const why = reasonsInWords(group.map((stretch) => stretch.reason));
  return { from, to, counted, workingMs: counted ? to - from : 0, why };
}
