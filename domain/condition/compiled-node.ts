import type { FactSet } from '../fact/fact-set.ts';
import type { Operand } from './grammar/operand.ts';
import type { Evaluate } from './grammar/operator.ts';
import type { TraceNode } from './trace-node.ts';

/** A node turned into closures. */
export interface CompiledNode {
  readonly evaluate: Evaluate;
  readonly trace: (facts: FactSet) => TraceNode;
  readonly operand: Operand;
  /** How many nodes it is, with all below. */
  readonly nodes: number;
  /** The facts read by it and below. */
  readonly keys: readonly string[];
  /** The steps of one evaluation that depend on the size of facts. */
  readonly sizedSteps: readonly ((facts: FactSet) => number)[];
}
