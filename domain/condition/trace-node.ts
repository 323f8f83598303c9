import type { FactValue } from '../fact/fact.ts';
import type { Scalar } from './grammar/value.ts';

/** What a node was worth; `null` is unknown and never a value. */
export type TraceResult = FactValue | readonly Scalar[] | null;

/**
 * One node of an evaluation, as plain JSON: its operator (`var` for a fact, `literal` for a constant), its result,
 * its operands in order, and, when the result is unknown, the facts to blame. A table shows as its number of rows.
 */
export interface TraceNode {
  readonly op: string;
  readonly result: TraceResult;
  readonly fact?: string;
  readonly operands?: readonly TraceNode[];
  readonly missing?: readonly string[];
}

/** The three-valued outcome of the condition that left this trace. */
export function outcomeOfTrace(trace: TraceNode): boolean | 'unknown' {
  return typeof trace.result === 'boolean' ? trace.result : 'unknown';
}
