import { assert } from '../error/assert.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import type { ConditionNode } from './grammar/condition-node.ts';
import { labelInSentence, literalInWords, type Phrase } from './grammar/phrase.ts';
import type { Scalar } from './grammar/value.ts';
import { operators } from './operators/operators.ts';
import { readCondition } from './read-condition.ts';

/** What people call a value of a fact, such as the label of an option; undefined where it is called what it is. */
export type ValueNames = (fact: string, value: string) => string | undefined;

/**
 * The condition in plain English, with the labels of its facts:
 * "spend per year is over 10,000 and vendor type is one of software, hosting".
 * Values are called as `names` calls them beside their fact. A condition that cannot be read is said to be one, with its
 * first problem.
 */
export function sentenceOf(condition: Json, catalogue: FactCatalogue, names?: ValueNames): string {
  const { node, problems } = readCondition(condition);
  if (node === undefined) return `a condition that cannot be read (${problems[0]?.message})`;
  return phraseOf(node, catalogue, names).holds;
}

function phraseOf(node: ConditionNode, catalogue: FactCatalogue, names?: ValueNames, about?: string): Phrase {
  if (node.kind === 'fact') return phraseOfFact(node.key, catalogue);
  const named = (value: Scalar): Scalar =>
    (about === undefined || typeof value !== 'string' ? undefined : names?.(about, value)) ?? value;
  if (node.kind === 'literal') return { ...phraseOfLiteral(named(node.value)), literal: node.value };
  if (node.kind === 'list') return { ...phraseOfLiteral(node.items.map(named)), literal: node.items };
  const operator = operators.get(node.operator);
  assert(operator !== undefined, 'a condition that was read has operators of the shelf');
  const fact = node.operands.find((operand) => operand.kind === 'fact');
  const operands = node.operands.map((operand) => phraseOf(operand, catalogue, names, fact?.key));
  const text = operator.phrase(operands);
  return {
    text,
    holds: text,
    fails: operator.denial?.(operands) ?? `not (${text})`,
    joined: operator.joins === true && operands.length > 1,
  };
}

/** A label that is a question keeps its quotes, so that the sentence around it still reads as one. */
function factInSentence(label: string): string {
  return label.endsWith('?') ? `“${label}”` : labelInSentence(label);
}

function phraseOfFact(key: string, catalogue: FactCatalogue): Phrase {
  const declaration = catalogue.get(key);
  const text = declaration === undefined ? key : factInSentence(declaration.label);
  return { text, holds: `${text} is yes`, fails: `${text} is no`, joined: false };
}

function phraseOfLiteral(literal: Scalar | readonly Scalar[]): Phrase {
  const isTrue = literal === true;
  return {
    text: literalInWords(literal),
    holds: isTrue ? 'always' : 'never',
    fails: isTrue ? 'never' : 'always',
    joined: false,
    literal,
  };
}
