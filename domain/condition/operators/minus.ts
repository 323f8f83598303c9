import { arithmetic } from '../grammar/arithmetic.ts';

/** The difference of two numbers, or the negative of one. */
export const minus = arithmetic({
  name: '-',
  arity: [1, 2],
  step: (left, right) => left - right,
  words: 'minus',
  single: { step: (value) => -value, words: 'minus' },
});
