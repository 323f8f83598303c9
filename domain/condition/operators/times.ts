import { arithmetic } from '../grammar/arithmetic.ts';

/** The product of one or more numbers, from left to right. */
export const times = arithmetic({
  name: '*',
  arity: [1, Number.POSITIVE_INFINITY],
  step: (left, right) => left * right,
  words: 'times',
});
