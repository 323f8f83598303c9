import { type CompiledCondition, compileCondition } from '../condition/compile-condition.ts';
import { DomainError } from '../error/domain-error.ts';
import type { FactSet } from '../fact/fact-set.ts';
import { isBoundedJson } from '../form/bounded-json.ts';

/** What a condition says under the facts; `missing` names the inputs an unknown waits for, `failure` what went wrong. */
export interface Verdict {
  readonly value: boolean | 'unknown';
  readonly missing: readonly string[];
  readonly failure?: string;
}

const deepest = 100;
/** Definitions are immutable and live long, so each of their conditions is compiled once. */
const compiled = new WeakMap<object, CompiledCondition>();

/** The verdict of a stored condition: none at all is true, and one that cannot be evaluated is unknown, never a guess. */
export function verdictOf(condition: unknown, facts: FactSet): Verdict {
  if (condition === undefined) return { value: true, missing: [] };
  try {
    return compiledOf(condition).evaluate(facts);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { value: 'unknown', missing: [], failure: error.message };
  }
}

function compiledOf(condition: unknown): CompiledCondition {
  const known = typeof condition === 'object' && condition !== null ? compiled.get(condition) : undefined;
  if (known) return known;
  if (!isBoundedJson(condition, deepest))
    throw new DomainError('CONDITION_INVALID', 'The condition is not JSON that can be kept.');
  const made = compileCondition(condition);
  if (typeof condition === 'object' && condition !== null) compiled.set(condition, made);
  return made;
}
