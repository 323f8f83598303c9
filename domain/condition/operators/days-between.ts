import { dayCount } from '../grammar/day-count.ts';

/** The whole days from the first date or moment to the second. */
export const daysBetween = dayCount('days_between', 0);
