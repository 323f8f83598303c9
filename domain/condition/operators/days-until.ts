import { dayCount } from '../grammar/day-count.ts';

/** The whole days until the first date or moment, counted from the second (`time.today`, `time.now`). */
export const daysUntil = dayCount('days_until', 1);
