import type { TraceNode, TraceResult } from '../condition/trace-node.ts';

/** One fact that would have to be different, what it was, and the comparison it failed or passed. */
export interface FactChange {
  readonly fact: string;
  /** Null when it was missing. */
  readonly was: TraceResult;
  /** The operator it is compared with. */
  readonly op: string;
  /** What it is compared with, where that is a constant. */
  readonly with: readonly TraceResult[];
  /** Whether that comparison would have to hold. */
  readonly must: boolean;
}

/**
 * The fewest facts whose change would have made a traced condition come out as `wanted`; empty when it did.
 * Undefined when no fact is involved: such a condition never changes.
 */
export function nearestChange(trace: TraceNode, wanted: boolean): readonly FactChange[] | undefined {
  if (trace.result === wanted) return [];
  const operands = trace.operands ?? [];
  if (trace.op === '!' && operands[0] !== undefined) return nearestChange(operands[0], !wanted);
  if (trace.op === 'and') return wanted ? allOf(operands, true) : anyOf(operands, false);
  if (trace.op === 'or') return wanted ? anyOf(operands, true) : allOf(operands, false);
  return comparison(trace, wanted);
}

function allOf(operands: readonly TraceNode[], wanted: boolean): readonly FactChange[] | undefined {
  const changes: FactChange[] = [];
  for (const operand of operands) {
    const change = nearestChange(operand, wanted);
    if (change === undefined) return undefined;
    changes.push(...change);
  }
  return changes;
}

function anyOf(operands: readonly TraceNode[], wanted: boolean): readonly FactChange[] | undefined {
  let fewest: readonly FactChange[] | undefined;
  for (const operand of operands) {
    const change = nearestChange(operand, wanted);
    if (change !== undefined && (fewest === undefined || change.length < fewest.length)) fewest = change;
  }
  return fewest;
}

function comparison(trace: TraceNode, must: boolean): readonly FactChange[] | undefined {
  const fact = factsIn(trace)[0];
  if (fact?.fact === undefined) return undefined;
  const constants = (trace.operands ?? []).filter((node) => node.op === 'literal').map((node) => node.result);
  return [{ fact: fact.fact, was: fact.result, op: trace.op, with: constants, must }];
}

/** A missing fact comes first: it is what kept the comparison from being made. */
function factsIn(trace: TraceNode): readonly TraceNode[] {
  if (trace.fact !== undefined) return [trace];
  const facts = (trace.operands ?? []).flatMap(factsIn);
  return facts.sort((a, b) => Number(b.result === null) - Number(a.result === null));
}
