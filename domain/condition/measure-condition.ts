import { canonicalJson, type Json } from '../hash/canonical-json.ts';
import { conditionLimits } from './condition.ts';
import type { Problem } from './grammar/problem.ts';

interface Visit {
  readonly json: Json;
  readonly depth: number;
  /** An array right inside an object holds its operands and is no node of its own. */
  readonly isOperandList: boolean;
}

/**
 * Says which limit a condition passes, or that it holds something JSON cannot, before anything recurses into it.
 * It stops at the limits itself, so that its own cost is bounded.
 */
export function limitProblem(json: Json): Problem | undefined {
  const waiting: Visit[] = [{ json, depth: 0, isOperandList: false }];
  let nodes = 0;
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    if (!visit.isOperandList) nodes += 1;
    if (!isSound(visit.json)) return tooMuch('a number or text in it is not valid JSON', 'write it again');
    const children = childrenOf(visit);
    if (nodes > conditionLimits.nodes || children.length > conditionLimits.nodes)
      return tooMuch(`it has more than ${conditionLimits.nodes} parts`, 'split the rule in two');
    if (children.some((child) => child.depth > conditionLimits.depth))
      return tooMuch(
        `it is nested deeper than ${conditionLimits.depth}`,
        'write it flatter, or split the rule in two',
      );
    waiting.push(...children);
  }
  const bytes = new TextEncoder().encode(canonicalJson(json)).length;
  if (bytes <= conditionLimits.bytes) return undefined;
  return tooMuch(`it is larger than ${conditionLimits.bytes} bytes`, 'split the rule in two');
}

function tooMuch(message: string, mend: string): Problem {
  return { path: '', message: `the condition cannot be used: ${message}`, mend };
}

function childrenOf({ json, depth, isOperandList }: Visit): Visit[] {
  if (typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) {
    const items: readonly Json[] = json;
    const inside = isOperandList ? depth : depth + 1;
    return items.map((item) => ({ json: item, depth: inside, isOperandList: false }));
  }
  const entries: readonly [string, Json][] = Object.entries(json);
  return entries
    .filter(([key, value]) => !(key === 'var' && typeof value === 'string' && value.isWellFormed()))
    .map(([key, value]) => ({
      json: key.isWellFormed() ? value : key,
      depth: depth + 1,
      isOperandList: Array.isArray(value) && key.isWellFormed(),
    }));
}

function isSound(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed();
  return typeof value === 'boolean' || typeof value === 'object';
}
