import { arithmetic } from '../grammar/arithmetic.ts';

const division = arithmetic({
  name: '/',
  arity: [2, 2],
  step: (left, right) => left / right,
  words: 'divided by',
});

/** The quotient of two numbers; unknown when the divisor is zero. */
export const dividedBy: typeof division = {
  ...division,
  check: (operands, say) => {
    if (operands[1]?.literal === 0) say(1, 'nothing can be divided by 0', 'write another number');
    return division.check(operands, say);
  },
};
