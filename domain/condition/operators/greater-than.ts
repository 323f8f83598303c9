import { ordering } from '../grammar/ordering.ts';

/** True when the first number is above the second. */
export const greaterThan = ordering({
  name: '>',
  holds: (left, right) => left > right,
  words: 'is over',
  opposite: 'is at most',
});
