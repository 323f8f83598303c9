import type { FactSet } from '../fact/fact-set.ts';
import type { CompiledNode } from './compiled-node.ts';
import type { Apply, LazyCompute, Operator } from './grammar/operator.ts';
import type { Value } from './grammar/value.ts';
import type { TraceNode } from './trace-node.ts';

/** Evaluates a node and keeps what it and all below were worth. */
export type Trace = (facts: FactSet) => TraceNode;
/** The value of an operation from the values of its operands, all of them looked at. */
export type Resolve = (values: readonly (Value | undefined)[], facts: FactSet) => Value | undefined;

/** Traces an operation that is unknown as soon as one of its operands is. */
export function strictTrace(
  op: string,
  apply: Apply,
  operands: readonly CompiledNode[],
  keys: readonly string[],
): Trace {
  const [first, second] = operands;
  if (operands.length === 2 && first !== undefined && second !== undefined)
    return (facts) => {
      const traces = [first.trace(facts), second.trace(facts)] as const;
      const left = valueFrom(first, traces[0], facts);
      const right = valueFrom(second, traces[1], facts);
      const result = left === undefined || right === undefined ? undefined : apply(left, right);
      return result === undefined ? unknownTrace(op, traces, traces, keys) : { op, result, operands: traces };
    };
  return (facts) => {
    const traces = operands.map((operand) => operand.trace(facts));
    const values = knownValues(operands, traces, facts);
    const result = values === undefined ? undefined : apply(...values);
    return result === undefined ? unknownTrace(op, traces, traces, keys) : { op, result, operands: traces };
  };
}

/** Traces an operation that decides by itself what an unknown operand means. */
export function lazyTrace(
  { name: op, compute }: Operator & { readonly compute: LazyCompute },
  operands: readonly CompiledNode[],
  keys: readonly string[],
  resolve: Resolve,
): Trace {
  const { blame } = compute;
  return (facts) => {
    const traces: TraceNode[] = [];
    const values: (Value | undefined)[] = [];
    for (const operand of operands) {
      const trace = operand.trace(facts);
      traces.push(trace);
      values.push(valueFrom(operand, trace, facts));
    }
    const result = resolve(values, facts);
    if (result !== undefined) return { op, result, operands: traces };
    const blamed = blame === undefined ? traces : traces.slice(blame(values), blame(values) + 1);
    return unknownTrace(op, traces, blamed, keys);
  };
}

/** A table's trace shows its number of rows, which is not its value; so a fact's value is read again. */
function valueFrom(operand: CompiledNode, trace: TraceNode, facts: FactSet): Value | undefined {
  const { fact } = operand.operand;
  return fact === undefined ? (trace.result ?? undefined) : facts.values[fact];
}

function knownValues(
  operands: readonly CompiledNode[],
  traces: readonly TraceNode[],
  facts: FactSet,
): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const [index, trace] of traces.entries()) {
    const operand = operands[index];
    const value = operand === undefined ? undefined : valueFrom(operand, trace, facts);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** Blames the facts of the unknown operands or, when every operand is known and they gave nothing, all facts read. */
function unknownTrace(
  op: string,
  operands: readonly TraceNode[],
  blamed: readonly TraceNode[],
  keys: readonly string[],
): TraceNode {
  const missing = new Set<string>();
  for (const trace of blamed) {
    for (const key of trace.missing ?? []) missing.add(key);
  }
  return { op, result: null, operands, missing: missing.size > 0 ? [...missing] : keys };
}
