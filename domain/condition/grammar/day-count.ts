import type { Operator } from './operator.ts';
import { bracketed } from './phrase.ts';
import { daysFrom } from './time-value.ts';
import { wantTimes } from './type-rules.ts';
import type { Value } from './value.ts';

/**
 * An operator that counts whole days from one date or moment to another, negative when it leads back.
 * Between moments a day is 24 hours and what is left over is dropped.
 */
export function dayCount(name: string, startsAt: 0 | 1): Operator {
  const plain = (first: Value, second: Value) => {
    const days = startsAt === 0 ? daysFrom(first, second) : daysFrom(second, first);
    return days === undefined ? undefined : Math.trunc(days) + 0;
  };
  return {
    name,
    arity: [2, 2],
    check: (operands, say) => {
      wantTimes(operands, say);
      return 'number';
    },
    compute: { kind: 'strict', bind: () => plain },
    plain,
    phrase: (operands) => {
      const [first = '', second = ''] = operands.map(bracketed);
      return startsAt === 0
        ? `the days from ${first} to ${second}`
        : `the days until ${first} from ${second}`;
    },
  };
}
