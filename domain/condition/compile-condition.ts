import { assert } from '../error/assert.ts';
import { DomainError } from '../error/domain-error.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { compileNode } from './compile-node.ts';
import type { CompiledNode } from './compiled-node.ts';
import { type Condition, conditionLimits } from './condition.ts';
import type { Problem } from './grammar/problem.ts';
import { readCondition } from './read-condition.ts';
import type { TraceNode } from './trace-node.ts';

/** True, false, or unknown with the keys of the facts that are to blame. */
export type Outcome =
  | { readonly value: boolean; readonly missing: readonly [] }
  | { readonly value: 'unknown'; readonly missing: readonly string[] };

/** A condition ready to be asked; both ways of asking give the same answer. */
export interface CompiledCondition {
  /** The outcome alone, as fast as it goes. @throws LIMIT_EXCEEDED when the facts make it cost too many steps. */
  readonly evaluate: (facts: FactSet) => Outcome;
  /** The outcome with every node and value on the way. @throws LIMIT_EXCEEDED under the same facts as `evaluate`. */
  readonly trace: (facts: FactSet) => TraceNode;
}

const yes: Outcome = Object.freeze({ value: true, missing: Object.freeze([] as const) });
const no: Outcome = Object.freeze({ value: false, missing: Object.freeze([] as const) });

/**
 * Turns a stored condition into closures, once, so that asking it is cheap; with a catalogue its types are checked too.
 * @throws CONDITION_INVALID with every problem, its place and its mend.
 */
export function compileCondition(condition: Condition, catalogue?: FactCatalogue): CompiledCondition {
  const { node, problems } = readCondition(condition, catalogue);
  if (node === undefined) throw refusalOfProblems(problems);
  const compiled = compileNode(node);
  const trace = (facts: FactSet): TraceNode => {
    guardSteps(compiled, facts);
    return compiled.trace(facts);
  };
  const evaluate = (facts: FactSet): Outcome => {
    guardSteps(compiled, facts);
    const value = compiled.evaluate(facts);
    if (value === true) return yes;
    if (value === false) return no;
    return { value: 'unknown', missing: compiled.trace(facts).missing ?? compiled.keys };
  };
  return { evaluate, trace };
}

/**
 * What an evaluation costs is known from the sizes of the facts before it starts, so it is refused then and never
 * half way, and tracing, which visits more nodes, is refused exactly when evaluating is.
 * @throws LIMIT_EXCEEDED
 */
export function guardSteps({ nodes, sizedSteps }: CompiledNode, facts: FactSet): void {
  assert(Object.getPrototypeOf(facts.values) === null, 'conditions read fact sets made by factSet()');
  if (sizedSteps.length === 0) return;
  let steps = nodes;
  for (const stepsOf of sizedSteps) steps += stepsOf(facts);
  if (steps > conditionLimits.steps)
    throw new DomainError(
      'LIMIT_EXCEEDED',
      `The condition would take ${steps} steps on these values; ${conditionLimits.steps} are allowed. Shorten the values or simplify the condition.`,
    );
}

/** The refusal that lists everything wrong with a condition. */
export function refusalOfProblems(problems: readonly Problem[]): DomainError {
  const [first] = problems;
  const details = problems.map(({ path, message, mend }) => ({
    pointer: path,
    detail: `${message}; ${mend}`,
  }));
  return new DomainError(
    'CONDITION_INVALID',
    `The condition cannot be used: ${first?.message}; ${first?.mend}.`,
    {
      details,
    },
  );
}
