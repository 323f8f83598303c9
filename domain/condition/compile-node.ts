import { assert } from '../error/assert.ts';
import type { FactSet } from '../fact/fact-set.ts';
import type { CompiledNode } from './compiled-node.ts';
import type { ConditionNode, OperationNode } from './grammar/condition-node.ts';
import { type Operand, operandOfLiteral } from './grammar/operand.ts';
import type { Scalar, Value } from './grammar/value.ts';
import { operators } from './operators/operators.ts';
import { strictEvaluate } from './strict-evaluate.ts';
import type { TraceNode } from './trace-node.ts';
import { lazyTrace, type Resolve, strictTrace } from './trace-operation.ts';

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
    const evaluate = strictEvaluate(apply, operands);
    return { ...shared, evaluate, trace: strictTrace(operator.name, apply, operands, keys) };
  }
  const evaluate = compute.build(
    operands.map((operand) => operand.evaluate),
    described,
  );
  const resolve: Resolve = compute.combine ?? ((_, facts) => evaluate(facts));
  return { ...shared, evaluate, trace: lazyTrace({ ...operator, compute }, operands, keys, resolve) };
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
