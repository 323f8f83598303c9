import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../../../../domain/condition/check-condition.ts';
import { compileCondition } from '../../../../../domain/condition/compile-condition.ts';
import type { Condition } from '../../../../../domain/condition/condition.ts';
import { outcomeOfTrace } from '../../../../../domain/condition/trace-node.ts';
import { factSet } from '../../../../../domain/fact/fact-set.ts';
import { catalogue, completeValues } from '../example-facts.ts';

/**
 * What is said, of which condition, and its outcome: true, false, or the facts to blame when it is unknown;
 * then the values laid over the complete ones, of which undefined removes one.
 */
export type Row = readonly [
  says: string,
  condition: Condition,
  outcome: boolean | readonly string[],
  given?: Readonly<Record<string, unknown>>,
];

/** Tests every row of one operator, asked both ways, and that the rows show it true, false and unknown. */
export function prove(operator: string, rows: readonly Row[]): void {
  describe(operator, () => {
    for (const [says, condition, outcome, given = {}] of rows)
      it(says, () => {
        expect(checkCondition(condition, catalogue)).toEqual([]);
        const facts = factSet({ ...completeValues, ...given });
        const { evaluate, trace } = compileCondition(condition, catalogue);
        const expected =
          typeof outcome === 'boolean'
            ? { value: outcome, missing: [] }
            : { value: 'unknown', missing: outcome };
        expect(evaluate(facts)).toEqual(expected);
        expect(outcomeOfTrace(trace(facts))).toBe(expected.value);
      });

    it('is proven true, false and unknown', () => {
      const seen = rows.map(([, , outcome]) => (typeof outcome === 'boolean' ? outcome : 'unknown'));
      const wanted = operator === 'present' ? [true, false] : [true, false, 'unknown'];
      expect(new Set(seen)).toEqual(new Set(wanted));
    });
  });
}
