import type { TraceNode } from '../../../domain/condition/trace-node.ts';

/** One comparison of a condition, and what it met. */
export interface Check {
  readonly id: string;
  readonly verdict: Verdict;
  readonly text: string;
  /** The value that was there. */
  readonly saw: string | null;
  /** How deep it lies in “any of” and “none of”. */
  readonly depth: number;
}

/** What came of a condition or a part of it. */
export type Verdict = 'true' | 'false' | 'unknown';

/** What facts and their values are called. */
export interface FactWords {
  label(fact: string): string;
  value(fact: string, value: unknown): string;
}

/** Words for comparisons, between what is compared. */
export const comparing: Readonly<Record<string, string>> = {
  '==': 'is',
  '===': 'is',
  '!=': 'is not',
  '!==': 'is not',
  '>': 'is over',
  '>=': 'is at least',
  '<': 'is under',
  '<=': 'is at most',
  in: 'is one of',
  has: 'includes',
  has_any: 'includes any of',
  has_all: 'includes all of',
  starts_with: 'starts with',
  ends_with: 'ends with',
  contains: 'contains',
  matches: 'matches',
  before: 'is before',
  after: 'is after',
  present: 'is given',
};

const grouping: Readonly<Record<string, string>> = {
  or: 'Any of these',
  and: 'All of these',
  '!': 'Not so',
  not: 'Not so',
};

/** What came of a node. */
export function verdictOfTrace({ result }: TraceNode): Verdict {
  if (result === true) return 'true';
  return result === false ? 'false' : 'unknown';
}

/** A condition as it was evaluated, comparison by comparison; an outermost “and” is the list itself. */
export function checksOf(trace: TraceNode, words: FactWords): Check[] {
  if (trace.op === 'and')
    return (trace.operands ?? []).flatMap((part, i) => rowsOf(part, words, { id: `${i}`, depth: 0 }));
  return rowsOf(trace, words, { id: '0', depth: 0 });
}

function rowsOf(
  node: TraceNode,
  words: FactWords,
  place: { readonly id: string; readonly depth: number },
): Check[] {
  const { id, depth } = place;
  const row = { id, depth, verdict: verdictOfTrace(node) };
  const group = grouping[node.op];
  if (group === undefined) return [{ ...row, ...comparison(node, words) }];
  const parts = (node.operands ?? []).flatMap((part, i) =>
    rowsOf(part, words, { id: `${id}.${i}`, depth: depth + 1 }),
  );
  return [{ ...row, text: group, saw: null }, ...parts];
}

function comparison(
  node: TraceNode,
  words: FactWords,
): { readonly text: string; readonly saw: string | null } {
  const facts = factsIn(node);
  const [fact] = facts;
  const saw =
    fact?.fact === undefined
      ? null
      : fact.result === null
        ? 'nothing'
        : words.value(fact.fact, fact.result) || 'nothing';
  return { text: capital(phrase(node, words, fact?.fact)), saw };
}

function factsIn(node: TraceNode): TraceNode[] {
  return node.op === 'var' ? [node] : (node.operands ?? []).flatMap(factsIn);
}

function phrase(node: TraceNode, words: FactWords, about: string | undefined): string {
  if (node.op === 'var') return words.label(node.fact ?? '');
  if (node.op === 'literal') return literal(node.result, words, about);
  const [left, ...rest] = (node.operands ?? []).map((part) => phrase(part, words, about));
  const verb = comparing[node.op];
  if (verb !== undefined) return `${left ?? ''} ${verb} ${rest.join(', ')}`;
  const name = node.op.replaceAll('_', ' ');
  return rest.length === 0 ? `${name} ${left ?? ''}` : `${left ?? ''} ${name} ${rest.join(', ')}`;
}

function literal(value: unknown, words: FactWords, about: string | undefined): string {
  if (Array.isArray(value)) return value.map((part) => literal(part, words, about)).join(', ');
  return about === undefined ? String(value) : words.value(about, value);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
