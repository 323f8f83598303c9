import fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../../../domain/condition/check-condition.ts';
import { compileCondition } from '../../../../domain/condition/compile-condition.ts';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { factsReadBy } from '../../../../domain/condition/condition-facts.ts';
import { agreesWithJsonLogic, nestedByDots } from '../../../../domain/condition/json-logic-oracle.ts';
import { operators } from '../../../../domain/condition/operators/operators.ts';
import { outcomeOfTrace, type TraceNode } from '../../../../domain/condition/trace-node.ts';
import type { FactSet } from '../../../../domain/fact/fact-set.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { catalogue } from './example-facts.ts';
import { completeFacts, partialFacts, typedConditions } from './typed-conditions.ts';

const engine = new LogicEngine();
for (const { name, plain } of operators.values()) {
  if (plain === undefined) continue;
  jsonLogic.add_operation(name, plain);
  engine.addMethod(name, (operands: unknown) =>
    Reflect.apply(plain, undefined, Array.isArray(operands) ? operands : [operands]),
  );
}

const ask = (condition: Condition, facts: FactSet) => compileCondition(condition, catalogue).evaluate(facts);
const hasUnknown = ({ result, operands = [] }: TraceNode): boolean =>
  result === null || operands.some(hasUnknown);
const runs = { numRuns: 500 };

describe('conditions', () => {
  it('agree with json-logic-js on complete, well-typed facts', () => {
    fc.assert(
      fc.property(typedConditions, completeFacts, (condition, values) => {
        const ours = ask(condition, factSet(values)).value;
        if (ours === 'unknown') {
          expect(JSON.stringify(condition)).toContain('"/"');
          return;
        }
        const theirs = jsonLogic.truthy(jsonLogic.apply(condition as never, nestedByDots(values)));
        expect(ours).toBe(theirs);
      }),
      runs,
    );
  });

  it('agree with json-logic-engine on complete, well-typed facts', () => {
    fc.assert(
      fc.property(typedConditions, completeFacts, (condition, values) => {
        const facts = factSet(values);
        // This engine throws where a quotient has no value.
        if (hasUnknown(compileCondition(condition, catalogue).trace(facts))) return;
        const ours = ask(condition, facts).value;
        expect(Boolean(engine.run(condition, nestedByDots(values)))).toBe(ours);
      }),
      runs,
    );
  });

  it('find no disagreement with json-logic-js on values generated around their constants', () => {
    fc.assert(
      fc.property(typedConditions, fc.integer(), (condition, seed) => {
        expect(agreesWithJsonLogic(condition, catalogue, { seed, samples: 20 })).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('give the same outcome and the same missing facts with and without a trace', () => {
    fc.assert(
      fc.property(typedConditions, partialFacts, (condition, { partial }) => {
        const { evaluate, trace } = compileCondition(condition, catalogue);
        const { value, missing } = evaluate(partial);
        const traced = trace(partial);
        expect(outcomeOfTrace(traced)).toBe(value);
        expect(traced.missing ?? []).toEqual(missing);
        expect(JSON.parse(JSON.stringify(traced))).toEqual(traced);
      }),
      runs,
    );
  });

  it('name, when unknown, only missing facts they read, unless a quotient has no value', () => {
    fc.assert(
      fc.property(typedConditions, partialFacts, (condition, { partial, gone }) => {
        const { value, missing } = ask(condition, partial);
        if (value !== 'unknown') {
          expect(missing).toEqual([]);
          return;
        }
        if (!JSON.stringify(condition).includes('"/"')) {
          expect(missing.length).toBeGreaterThan(0);
          for (const key of missing) expect(gone).toContain(key);
        }
        for (const key of missing) expect(factsReadBy(condition)).toContain(key);
      }),
      runs,
    );
  });

  it('never change a known outcome when a missing fact is filled in', () => {
    fc.assert(
      fc.property(typedConditions, partialFacts, (condition, { partial, complete }) => {
        const before = ask(condition, partial).value;
        if (before !== 'unknown') expect(ask(condition, complete).value).toBe(before);
      }),
      runs,
    );
  });

  it('do not depend on facts they do not read', () => {
    fc.assert(
      fc.property(typedConditions, partialFacts, (condition, { partial }) => {
        const read = factsReadBy(condition);
        const only = Object.fromEntries(Object.entries(partial.values).filter(([key]) => read.has(key)));
        expect(ask(condition, factSet(only))).toEqual(ask(condition, partial));
      }),
      { numRuns: 100 },
    );
  });
});

describe('Kleene logic', () => {
  const three = fc.tuple(typedConditions, typedConditions, typedConditions, partialFacts);
  const law = (
    name: string,
    sides: (a: Condition, b: Condition, c: Condition) => readonly [Condition, Condition],
  ) =>
    it(name, () => {
      fc.assert(
        fc.property(three, ([a, b, c, { partial }]) => {
          const [left, right] = sides(a, b, c);
          expect(ask(left, partial).value).toBe(ask(right, partial).value);
        }),
        { numRuns: 100 },
      );
    });

  law('and commutes', (a, b) => [{ and: [a, b] }, { and: [b, a] }]);
  law('or commutes', (a, b) => [{ or: [a, b] }, { or: [b, a] }]);
  law('and groups as it likes', (a, b, c) => [{ and: [a, { and: [b, c] }] }, { and: [a, b, c] }]);
  law('or groups as it likes', (a, b, c) => [{ or: [{ or: [a, b] }, c] }, { or: [a, b, c] }]);
  law('not and is or of nots', (a, b) => [{ '!': { and: [a, b] } }, { or: [{ '!': a }, { '!': b }] }]);
  law('not or is and of nots', (a, b) => [{ '!': { or: [a, b] } }, { and: [{ '!': a }, { '!': b }] }]);
  law('not not is nothing', (a) => [{ '!': { '!': a } }, a]);
  law('and spreads over or', (a, b, c) => [
    { and: [a, { or: [b, c] }] },
    { or: [{ and: [a, b] }, { and: [a, c] }] },
  ]);
  law('or absorbs and', (a, b) => [{ or: [a, { and: [a, b] }] }, a]);
  law('true is nothing to and', (a) => [{ and: [true, a] }, { and: [a] }]);
  law('false is nothing to or', (a) => [{ or: [false, a] }, { or: [a] }]);
});

describe('checking', () => {
  const key = fc.oneof(fc.constantFrom('var', ...operators.keys()), fc.string());
  const json = fc.letrec<{ json: Condition }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('amount', 'vendor', 'regions', 'due', '2026-03-05', 'software', '(', ''),
      fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null)),
      fc.constantFrom(...[...catalogue.keys()].map((name) => ({ var: name }))),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.tuple(key, tie('json')).map(([name, inside]) => ({ [name]: inside })),
      fc.dictionary(key, tie('json'), { maxKeys: 3 }),
    ),
  })).json;

  it('takes any JSON, and what it passes can be compiled and asked', () => {
    fc.assert(
      fc.property(json, partialFacts, (condition, { partial }) => {
        const problems = checkCondition(condition, catalogue);
        if (problems.length > 0) {
          expect(() => compileCondition(condition, catalogue)).toThrow(/cannot be used/);
          return;
        }
        const { evaluate, trace } = compileCondition(condition, catalogue);
        expect([true, false, 'unknown']).toContain(evaluate(partial).value);
        expect(outcomeOfTrace(trace(partial))).toBe(evaluate(partial).value);
      }),
      { numRuns: 1500 },
    );
  });

  it('finds nothing wrong with well-typed conditions', () => {
    fc.assert(
      fc.property(typedConditions, (condition) => {
        expect(checkCondition(condition, catalogue)).toEqual([]);
      }),
      runs,
    );
  });
});
