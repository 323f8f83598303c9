import { type CompiledCondition, compileCondition } from '../condition/compile-condition.ts';
import type { Condition } from '../condition/condition.ts';
import { factsReadBy } from '../condition/condition-facts.ts';
import { outcomeOfTrace, type TraceNode } from '../condition/trace-node.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import type { FactSet } from '../fact/fact-set.ts';

/** What a condition said; an evaluation that fails says `error`, which is never the same as `false`. */
interface Asked {
  readonly value: boolean | 'unknown' | 'error';
  readonly missing?: readonly string[];
  readonly trace?: TraceNode;
  readonly error?: string;
}

/** A condition of a chain, ready to be asked. */
export interface When {
  readonly reads: readonly string[];
  readonly ask: (facts: FactSet, traced: boolean) => Asked;
}

const yes: Asked = { value: true };
const no: Asked = { value: false };

/** The condition that is not there: always true. */
export const always: When = { reads: [], ask: () => yes };

/** Makes a condition ready; one that cannot be used answers every question with its error. */
export function whenOf(condition: Condition, catalogue: FactCatalogue | undefined): When {
  const reads = [...factsReadBy(condition)];
  let compiled: CompiledCondition;
  try {
    compiled = compileCondition(condition, catalogue);
  } catch (error) {
    const broken = failed(error);
    return { reads, ask: () => broken };
  }
  const { evaluate, trace } = compiled;
  const ask = (facts: FactSet, traced: boolean): Asked => {
    try {
      return traced ? fromTrace(trace(facts)) : fromOutcome(evaluate(facts));
    } catch (error) {
      return failed(error);
    }
  };
  return { reads, ask };
}

function fromOutcome(outcome: ReturnType<CompiledCondition['evaluate']>): Asked {
  if (outcome.value === true) return yes;
  return outcome.value === false ? no : { value: 'unknown', missing: outcome.missing };
}

function fromTrace(trace: TraceNode): Asked {
  const value = outcomeOfTrace(trace);
  return value === 'unknown' ? { value, missing: trace.missing ?? [], trace } : { value, trace };
}

function failed(error: unknown): Asked {
  return { value: 'error', error: error instanceof Error ? error.message : String(error) };
}
