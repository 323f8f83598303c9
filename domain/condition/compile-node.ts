import { assert } from '../error/assert.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { ConditionNode, OperationNode } from './grammar/condition-node.ts';
import { type Operand, operandOfLiteral } from './grammar/operand.ts';
import type { Apply, Evaluate, LazyCompute, Operator } from './grammar/operator.ts';
import type { Scalar, Value } from './grammar/value.ts';
import { operators } from './operators/operators.ts';
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

/** Turns a condition that was read into closures, once; they share nothing that changes. */
export function compileNode(node: ConditionNode): CompiledNode {
  if (node.kind === 'fact') return compileFact(node.key);
  if (node.kind === 'operation') return compileOperation(node);
  return node.kind === 'literal'
    ? compileConstant(node.value, operandOfLiteral(node.value))
    : compileConstant(node.items, { kind: 'anything', literal: node.items });
}

function compileFact(key: string): CompiledNode {
  const missing: TraceNode = Object.freeze({
    op: 'var',
    result: null,
    fact: key,
    missing: Object.freeze([key]),
  });
  return {
    evaluate: (facts) => facts.values[key],
    trace: (facts) => {
      const value = facts.values[key];
      return value === undefined
        ? missing
        : { op: 'var', result: isRows(value) ? value.length : value, fact: key };
    },
    operand: { kind: 'anything', fact: key },
    nodes: 1,
    keys: [key],
    sizedSteps: [],
  };
}

function isRows(value: Value): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && typeof value[0] === 'object';
}

function compileConstant(value: Scalar | readonly Scalar[], operand: Operand): CompiledNode {
  const trace: TraceNode = Object.freeze({ op: 'literal', result: value });
  return { evaluate: () => value, trace: () => trace, operand, nodes: 1, keys: [], sizedSteps: [] };
}

function compileOperation(node: OperationNode): CompiledNode {
  const operator = operators.get(node.operator);
  assert(
    operator !== undefined,
    `a condition that was read has operators of the shelf, not "${node.operator}"`,
  );
  const operands = node.operands.map(compileNode);
  const keys = [...new Set(operands.flatMap((operand) => operand.keys))];
  const described = operands.map((operand) => operand.operand);
  const { compute } = operator;
  const ownSteps = compute.kind === 'strict' ? compute.steps?.(described) : undefined;
  const below = operands.flatMap((operand) => operand.sizedSteps);
  const sizedSteps =
    ownSteps === undefined ? below : [...below, (facts: FactSet) => ownSteps(sizeOf(keys, facts))];
  const nodes = operands.reduce((sum, operand) => sum + operand.nodes, 1);
  const shared = { operand: { kind: 'anything' as const }, nodes, keys, sizedSteps };
  if (compute.kind === 'strict') {
    const apply = compute.bind(described);
    const resolve = strictResolve(apply);
    return {
      ...shared,
      evaluate: strictEvaluate(apply, operands),
      trace: traced(operator, operands, keys, resolve),
    };
  }
  const evaluate = compute.build(
    operands.map((operand) => operand.evaluate),
    described,
  );
  const resolve: Resolve = compute.combine ?? ((_, facts) => evaluate(facts));
  return { ...shared, evaluate, trace: traced(operator, operands, keys, resolve) };
}

/** The characters and items in the facts with these keys. */
function sizeOf(keys: readonly string[], facts: FactSet): number {
  let size = 0;
  for (const key of keys) {
    const value = facts.values[key];
    if (typeof value === 'string' || Array.isArray(value)) size += value.length;
  }
  return size;
}

function strictEvaluate(apply: Apply, operands: readonly CompiledNode[]): Evaluate {
  const [first, second] = operands;
  if (operands.length === 1 && first !== undefined) return unary(apply, first.evaluate);
  if (operands.length === 2 && first !== undefined && second !== undefined)
    return binary(apply, first, second);
  return (facts) => {
    const values: Value[] = [];
    for (const operand of operands) {
      const value = operand.evaluate(facts);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return apply(...values);
  };
}

function unary(apply: Apply, operand: Evaluate): Evaluate {
  return (facts) => {
    const value = operand(facts);
    return value === undefined ? undefined : apply(value);
  };
}

/** A fact against a constant is by far the most frequent operation, so it is spared two calls. */
function binary(apply: Apply, first: CompiledNode, second: CompiledNode): Evaluate {
  const { fact } = first.operand;
  const { literal } = second.operand;
  if (fact !== undefined && literal !== undefined)
    return (facts) => {
      const value = facts.values[fact];
      return value === undefined ? undefined : apply(value, literal);
    };
  return (facts) => {
    const left = first.evaluate(facts);
    if (left === undefined) return undefined;
    const right = second.evaluate(facts);
    return right === undefined ? undefined : apply(left, right);
  };
}

type Resolve = (values: readonly (Value | undefined)[], facts: FactSet) => Value | undefined;

function strictResolve(apply: Apply): Resolve {
  return (values) => (values.includes(undefined) ? undefined : apply(...(values as readonly Value[])));
}

function traced(
  operator: Operator,
  operands: readonly CompiledNode[],
  keys: readonly string[],
  resolve: Resolve,
): (facts: FactSet) => TraceNode {
  const { name: op, compute } = operator;
  const blame = compute.kind === 'lazy' ? compute.blame : undefined;
  return (facts) => {
    const traces: TraceNode[] = [];
    const values: (Value | undefined)[] = [];
    for (const operand of operands) {
      const trace = operand.trace(facts);
      traces.push(trace);
      // A table's trace shows its number of rows, which is not its value.
      values.push(operand.operand.fact === undefined ? (trace.result ?? undefined) : operand.evaluate(facts));
    }
    const result = resolve(values, facts);
    if (result !== undefined) return { op, result, operands: traces };
    return { op, result: null, operands: traces, missing: missingOf(traces, values, blame, keys) };
  };
}

/** The facts to blame: those of the unknown operands, or, when every operand is known and gave nothing, those read. */
function missingOf(
  traces: readonly TraceNode[],
  values: readonly (Value | undefined)[],
  blame: LazyCompute['blame'],
  keys: readonly string[],
): readonly string[] {
  const blamed = blame === undefined ? traces : traces.slice(blame(values), blame(values) + 1);
  const missing = new Set<string>();
  for (const trace of blamed) {
    for (const key of trace.missing ?? []) missing.add(key);
  }
  return missing.size > 0 ? [...missing] : keys;
}
