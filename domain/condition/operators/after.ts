import { timeOrder } from '../grammar/time-order.ts';

/** True when the first date or moment is later than the second. */
export const after = timeOrder({
  name: 'after',
  holds: (days) => days < 0,
  words: 'is after',
  opposite: 'is not after',
});
