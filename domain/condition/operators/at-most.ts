import { ordering } from '../grammar/ordering.ts';

/** True when the first number is not above the second; with three operands, when the second lies between or on them. */
export const atMost = ordering({
  name: '<=',
  holds: (left, right) => left <= right,
  words: 'is at most',
  opposite: 'is over',
  between: ['is from', 'to'],
});
