import type { FactCatalogue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import { factsReadBy } from './condition-facts.ts';
import { closestWord } from './grammar/closest-word.ts';
import type { ConditionNode } from './grammar/condition-node.ts';
import {
  type Kind,
  kindInWords,
  type Operand,
  operandInWords,
  operandOfFact,
  operandOfLiteral,
} from './grammar/operand.ts';
import type { Operator } from './grammar/operator.ts';
import type { Problem } from './grammar/problem.ts';
import { meet } from './grammar/type-rules.ts';
import type { Scalar } from './grammar/value.ts';
import { limitProblem } from './measure-condition.ts';
import { operators } from './operators/operators.ts';

/** What reading a condition gave: its tree when it is well formed and well typed, else everything wrong with it. */
export type Reading =
  | { readonly node: ConditionNode; readonly problems: readonly [] }
  | { readonly node?: never; readonly problems: readonly Problem[] };

/** One part of a condition as it was read; `node` is absent when it, or something in it, was refused. */
interface Part {
  readonly operand: Operand;
  readonly node?: ConditionNode;
}

interface Reader {
  readonly catalogue: FactCatalogue | undefined;
  readonly problems: Problem[];
}

const refused: Part = { operand: { kind: 'anything' } };

/** Reads JSON-Logic within the limits and the allow-list; facts are typed by the catalogue, or taken on trust without one. */
export function readCondition(json: Json, catalogue?: FactCatalogue): Reading {
  return readWhole(json, catalogue, (reader, operand) => {
    if (operand.kind !== 'boolean' && operand.kind !== 'anything')
      report(
        reader,
        '',
        `${operandInWords(operand)}; a condition has to be yes or no`,
        'compare it with something',
      );
  });
}

/** Reads, under the same rules, an expression whose value is to be of a kind. */
export function readExpression(json: Json, kind: Kind, catalogue?: FactCatalogue): Reading {
  return readWhole(json, catalogue, (reader, operand) => {
    if (!meet({ kind }, operand))
      report(
        reader,
        '',
        `${operandInWords(operand)}; ${kindInWords(kind)} is needed here`,
        `write an expression that gives ${kindInWords(kind)}`,
      );
  });
}

function readWhole(
  json: Json,
  catalogue: FactCatalogue | undefined,
  check: (reader: Reader, operand: Operand) => void,
): Reading {
  const limit = limitProblem(json);
  if (limit !== undefined) return { problems: [limit] };
  const reader: Reader = { catalogue, problems: [] };
  const { node, operand } = readPart(reader, json, '');
  check(reader, operand);
  reportClash(reader, factsReadBy(json));
  if (node === undefined || reader.problems.length > 0) return { problems: reader.problems };
  return { node, problems: [] };
}

function report(reader: Reader, path: string, message: string, mend: string): Part {
  reader.problems.push({ path, message, mend });
  return refused;
}

function readPart(reader: Reader, json: Json, path: string): Part {
  if (json === null)
    return report(reader, path, 'null is no value', 'use present to ask whether a fact is there');
  if (typeof json !== 'object')
    return { node: { kind: 'literal', value: json }, operand: operandOfLiteral(json) };
  if (isList(json)) return readList(reader, json, path);
  const [name, ...others] = Object.keys(json);
  if (name === undefined || others.length > 0)
    return report(
      reader,
      path,
      'an operation is an object with exactly one key',
      'join several with and, or',
    );
  const inside = json[name];
  const operands = isList(inside) ? inside : inside === undefined ? [] : [inside];
  if (name === 'var') return readFact(reader, operands, path);
  const operator = operators.get(name);
  if (operator === undefined) return refuseOperator(reader, name, path);
  return readOperation(reader, operator, operands, { path, isList: isList(inside) });
}

/** A dot in a key is a step into an object for JSON-Logic, so `spend` cannot be a number beside `spend.base`. */
function reportClash(reader: Reader, keys: ReadonlySet<string>): void {
  for (const key of keys) {
    const outer = [...keys].find((other) => key.startsWith(`${other}.`));
    if (outer === undefined) continue;
    report(reader, '', `"${outer}" and "${key}" cannot be read by one condition`, 'use one of the two facts');
    return;
  }
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function readList(reader: Reader, list: readonly Json[], path: string): Part {
  const items: Scalar[] = [];
  for (const item of list) {
    if (typeof item === 'string' || typeof item === 'number') items.push(item);
  }
  const type = typeof items[0];
  if (items.length < list.length || items.some((item) => typeof item !== type))
    return report(
      reader,
      path,
      'a list holds either texts or numbers',
      'write the values out, all of one kind',
    );
  if (items.length === 0) return report(reader, path, 'the list is empty', 'write at least one value in it');
  const kind = type === 'string' ? 'texts' : 'numbers';
  return { node: { kind: 'list', items }, operand: { kind, literal: items } };
}

function readFact(reader: Reader, operands: readonly Json[], path: string): Part {
  const [key] = operands;
  if (operands.length !== 1 || typeof key !== 'string' || key === '')
    return report(reader, path, 'var takes the key of one fact and no default', 'write {"var": "amount"}');
  const node: ConditionNode = { kind: 'fact', key };
  if (reader.catalogue === undefined) return { node, operand: { kind: 'anything', fact: key } };
  const declaration = reader.catalogue.get(key);
  if (declaration !== undefined) return { node, operand: operandOfFact(declaration) };
  const guess = closestWord(key, reader.catalogue.keys());
  const mend = guess === undefined ? 'use a fact of this request type' : `did you mean "${guess}"?`;
  return report(reader, path, `there is no fact "${key}"`, mend);
}

function refuseOperator(reader: Reader, name: string, path: string): Part {
  if (name === 'missing' || name === 'missing_some')
    return report(reader, path, `"${name}" gives a list`, 'write {"!": {"present": {"var": "amount"}}}');
  const guess = closestWord(name, operators.keys());
  const mend =
    guess === undefined ? `use one of: var, ${[...operators.keys()].join(', ')}` : `did you mean "${guess}"?`;
  return report(reader, path, `"${name}" is not an operator`, mend);
}

function readOperation(
  reader: Reader,
  operator: Operator,
  operands: readonly Json[],
  at: { readonly path: string; readonly isList: boolean },
): Part {
  const below = `${at.path}/${escapePointer(operator.name)}`;
  const pathOf = (index: number) => (at.isList ? `${below}/${index}` : below);
  const parts = operands.map((operand, index) => readPart(reader, operand, pathOf(index)));
  if (!fitsArity(operator, operands.length))
    return report(
      reader,
      at.path,
      `${operator.name} takes ${arityInWords(operator)}`,
      `give it ${arityInWords(operator)}`,
    );
  const kind = operator.check(
    parts.map((part) => part.operand),
    (index, message, mend) => report(reader, index === null ? at.path : pathOf(index), message, mend),
  );
  const nodes = parts.flatMap((part) => part.node ?? []);
  if (nodes.length < parts.length) return { operand: { kind } };
  return { operand: { kind }, node: { kind: 'operation', operator: operator.name, operands: nodes } };
}

function fitsArity({ arity: [least, most, step = 1] }: Operator, length: number): boolean {
  return length >= least && length <= most && (length - least) % step === 0;
}

function arityInWords({ arity: [least, most, step = 1] }: Operator): string {
  const more = step === 1 ? 'or more' : 'or a larger odd number of';
  const plural = least === 1 && most === 1 ? 'operand' : 'operands';
  if (least === most) return `${least} ${plural}`;
  return most === Number.POSITIVE_INFINITY ? `${least} ${more} operands` : `${least} or ${most} operands`;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
