import { ordering } from '../grammar/ordering.ts';

/** True when the first number is below the second; with three operands, when the second lies strictly between. */
export const lessThan = ordering({
  name: '<',
  holds: (left, right) => left < right,
  words: 'is under',
  opposite: 'is at least',
  between: ['is over', 'and under'],
});
