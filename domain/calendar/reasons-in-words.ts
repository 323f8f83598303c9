import type { StretchReason, Weekday } from './calendar.ts';

const weekdays: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

/** The English name of an ISO weekday. */
export function weekdayName(weekday: Weekday): string {
  return weekdays[weekday];
}

/** One sentence fragment for stretches that follow each other, each reason said once, in order. */
export function reasonsInWords(reasons: readonly StretchReason[]): string {
  const open = reasons.filter((reason) => openWords(reason) !== null);
  if (open.length > 0) return distinct(open.map((reason) => openWords(reason) ?? '')).join(', ');
  return `Closed: ${distinct(reasons.map(closedWords)).join(', ')}`;
}

function openWords(reason: StretchReason): string | null {
  if (reason.kind === 'always_open') return 'Every hour counts';
  if (reason.kind === 'hours') return `Working hours ${reason.window}`;
  if (reason.kind === 'exception_hours') return `Working hours ${reason.window} (${reason.title})`;
  return null;
}

function closedWords(reason: StretchReason): string {
  if (reason.kind === 'closed_exception') return reason.title;
  if (reason.kind === 'closed_weekday') return weekdayName(reason.weekday);
  return 'outside hours';
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
