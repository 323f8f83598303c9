import { timeOrder } from '../grammar/time-order.ts';

/** True when the first date or moment is earlier than the second. */
export const before = timeOrder({
  name: 'before',
  holds: (days) => days > 0,
  words: 'is before',
  opposite: 'is not before',
});
