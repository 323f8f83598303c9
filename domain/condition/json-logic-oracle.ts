import jsonLogic from 'json-logic-js';
import type { FactCatalogue, FactValue } from '../fact/fact.ts';
import { factSet } from '../fact/fact-set.ts';
import { compileCondition } from './compile-condition.ts';
import type { Condition } from './condition.ts';
import { factsReadBy } from './condition-facts.ts';
import { operators } from './operators/operators.ts';
import { sampleFacts } from './sample-facts.ts';
import { seededPicker } from './seeded-picker.ts';

/** Values under which JSON-Logic's own evaluator says something else than ours. */
export interface Disagreement {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly ours: boolean;
  readonly theirs: boolean;
}

/**
 * Compares our evaluator with `json-logic-js` on complete, well-typed values generated from the seed, on and beside the
 * condition's constants; the first disagreement is returned. Where ours gives no value (a quotient by zero) nothing is compared.
 * @throws CONDITION_INVALID when the condition has problems.
 */
export function agreesWithJsonLogic(
  condition: Condition,
  catalogue: FactCatalogue,
  { seed, samples = 300 }: { readonly seed: number; readonly samples?: number },
): Disagreement | undefined {
  const { evaluate } = compileCondition(condition, catalogue);
  registerOwnOperators();
  const declarations = [...factsReadBy(condition)].flatMap((key) => catalogue.get(key) ?? []);
  for (const facts of sampleFacts(condition, declarations, samples, seededPicker(seed))) {
    const ours = evaluate(factSet(facts)).value;
    if (ours === 'unknown') continue;
    const theirs = jsonLogic.truthy(jsonLogic.apply(condition as never, nestedByDots(facts)));
    if (theirs !== ours) return { facts, ours, theirs };
  }
  return undefined;
}

/** The shape other evaluators read: a dot in a key is a step into an object. */
export function nestedByDots(facts: Readonly<Record<string, FactValue>>): object {
  const root: Nested = Object.create(null);
  for (const [key, value] of Object.entries(facts)) {
    const steps = key.split('.');
    const last = steps.pop() ?? '';
    let inner = root;
    for (const step of steps) inner = stepInto(inner, step);
    inner[last] = value;
  }
  return root;
}

type Nested = { [key: string]: unknown };

function stepInto(outer: Nested, step: string): Nested {
  const existing = outer[step];
  if (typeof existing === 'object' && existing !== null) return existing as Nested;
  const made: Nested = Object.create(null);
  outer[step] = made;
  return made;
}

function registerOwnOperators(): void {
  for (const { name, plain } of operators.values()) {
    if (plain !== undefined) jsonLogic.add_operation(name, plain);
  }
}
