import type { WindowSpec } from './calendar.ts';

/** The minute of the day of `HH:MM`; `24:00` is 1,440. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Where a window opens and closes, in minutes of the day on which it opens; one over midnight closes after 1,440. */
export function minutesOfWindow(window: WindowSpec): { readonly opens: number; readonly closes: number } {
  const opens = minuteOfDay(window.from);
  const closes = minuteOfDay(window.to);
  return { opens, closes: closes <= opens ? closes + 1440 : closes };
}
