import type { CalendarSpec, Weekday } from '../../../../domain/calendar/calendar.ts';

/**
 * A slow second opinion on calendars that shares no code and no library with the product:
 * it asks Intl what clocks show, minute by minute, and colours the minutes that count.
 */
export interface MinuteOracle {
  /** Working minutes in `[fromMs, toMs)`; both on whole minutes inside the range. */
  elapsed(fromMs: number, toMs: number): number;
  /** The first whole minute by which the minutes have passed; undefined beyond the range. */
  add(fromMs: number, minutes: number): number | undefined;
}

const minuteMs = 60_000;
const minutesPerDay = 1440;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in the zone show at an instant, as minutes of an imaginary UTC. */
function shownAt(zone: string, ms: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const shown = format.format(ms);
  return Date.parse(`${shown.replace(' ', 'T')}:00Z`) / minuteMs;
}

/** No clock here changes inside a quarter of an hour of UTC, so Intl is asked at each quarter and counted on from there. */
function shownEachMinute(zone: string, firstMinute: number, count: number): number[] {
  return Array.from({ length: count / 15 }, (_, quarter) => {
    const shown = shownAt(zone, (firstMinute + quarter * 15) * minuteMs);
    return Array.from({ length: 15 }, (_, minute) => shown + minute);
  }).flat();
}

/** Colours the minutes of `[fromMs, toMs)`, looking three days beyond either end. */
export function minuteOracle(spec: CalendarSpec, fromMs: number, toMs: number): MinuteOracle {
  const first = Math.floor(fromMs / minuteMs / 15) * 15 - 3 * minutesPerDay;
  const count = Math.ceil(toMs / minuteMs / 15) * 15 + 3 * minutesPerDay - first;
  const shown = shownEachMinute(spec.zone, first, count);
  const firstShowing = new Map<number, number>();
  for (const [i, wall] of shown.entries()) if (!firstShowing.has(wall)) firstShowing.set(wall, i);
  const minuteShowing = (wall: number): number | undefined => {
    const exact = firstShowing.get(wall);
    if (exact !== undefined) return exact;
    const jump = shown.findIndex((now, i) => i > 0 && now > wall && (shown[i - 1] ?? now) < wall);
    return jump < 0 ? undefined : jump + wall - (shown[jump - 1] ?? 0) - 1;
  };
  const datesShown = new Set(shown.map((wall) => Math.floor(wall / minutesPerDay)));
  const counts = new Uint8Array(count);
  for (const date of datesShown) {
    const iso = new Date(date * minutesPerDay * minuteMs).toISOString().slice(0, 10);
    const weekday = (new Date(date * minutesPerDay * minuteMs).getUTCDay() || 7) as Weekday;
    const exception = spec.exceptions.find((candidate) => candidate.date === iso);
    for (const { from, to } of exception?.windows ?? spec.week[weekday] ?? []) {
      const open = minuteShowing(date * minutesPerDay + minutes(from));
      const close = minuteShowing((date + (to <= from ? 1 : 0)) * minutesPerDay + minutes(to));
      if (open !== undefined && close !== undefined && close > open) counts.fill(1, open, close);
    }
  }
  return {
    elapsed(a, b) {
      let passed = 0;
      for (let i = a / minuteMs - first; i < b / minuteMs - first; i++) passed += counts[i] ?? 0;
      return passed;
    },
    add(a, wanted) {
      let passed = 0;
      let i = a / minuteMs - first;
      for (; passed < wanted && i < count; i++) passed += counts[i] ?? 0;
      return passed === wanted ? (first + i) * minuteMs : undefined;
    },
  };
}

function minutes(time: string): number {
  const [hours, rest] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (rest ?? 0);
}
