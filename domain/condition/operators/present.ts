import type { Operator } from '../grammar/operator.ts';

/**
 * True when a fact is there, false when it is missing, unknown when its provider failed.
 * It stands in place of JSON-Logic's `missing`, whose result is a list.
 */
export const present: Operator = {
  name: 'present',
  arity: [1, 1],
  check: (operands, say) => {
    if (operands[0]?.fact === undefined && operands[0]?.kind !== 'anything')
      say(0, 'only a fact can be present', 'name a fact: {"present": {"var": "amount"}}');
    return 'boolean';
  },
  compute: {
    kind: 'lazy',
    build: ([operand], described) => {
      const key = described[0]?.fact ?? '';
      return (facts) => {
        if (operand?.(facts) !== undefined) return true;
        return facts.failed[key] === undefined ? false : undefined;
      };
    },
  },
  plain: (value) => value !== null && value !== undefined && value !== '',
  phrase: ([fact]) => `${fact?.text} is given`,
  denial: ([fact]) => `${fact?.text} is missing`,
};
