import { ordering } from '../grammar/ordering.ts';

/** True when the first number is not below the second. */
export const atLeast = ordering({
  name: '>=',
  holds: (left, right) => left >= right,
  words: 'is at least',
  opposite: 'is under',
});
