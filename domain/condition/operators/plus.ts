import { arithmetic } from '../grammar/arithmetic.ts';

/** The sum of one or more numbers, from left to right. */
export const plus = arithmetic({
  name: '+',
  arity: [1, Number.POSITIVE_INFINITY],
  step: (left, right) => left + right,
  words: 'plus',
});
