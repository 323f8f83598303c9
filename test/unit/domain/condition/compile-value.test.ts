import { describe, expect, it } from 'vitest';
import { compileValue, type ExpressionType } from '../../../../domain/condition/compile-value.ts';
import type { FactDeclaration, FactValue } from '../../../../domain/fact/fact.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import type { Json } from '../../../../domain/hash/canonical-json.ts';

const declarations: readonly FactDeclaration[] = [
  { key: 'amount', type: 'number', origin: 'form', label: 'Amount' },
  { key: 'name', type: 'text', origin: 'form', label: 'Name' },
  { key: 'due', type: 'date', origin: 'form', label: 'Due' },
];
const catalogue = new Map(declarations.map((fact) => [fact.key, fact]));

describe('an expression', () => {
  it.each<[type: ExpressionType, expression: Json, facts: Record<string, FactValue>, value: unknown]>([
    ['number', { '*': [{ var: 'amount' }, 3] }, { amount: 2 }, 6],
    ['number', { '*': [{ var: 'amount' }, 3] }, {}, undefined],
    ['number', { '/': [2, { var: 'amount' }] }, { amount: 0 }, undefined],
    ['number', 7, {}, 7],
    ['text', { if: [{ '>': [{ var: 'amount' }, 10] }, 'large', 'small'] }, { amount: 2 }, 'small'],
    ['text', { if: [{ '>': [{ var: 'amount' }, 10] }, 'large', 'small'] }, {}, undefined],
    ['boolean', { '>': [{ var: 'amount' }, 10] }, { amount: 11 }, true],
    ['date', { var: 'due' }, { due: '2026-03-05' }, '2026-03-05'],
    ['date', '2026-03-05', {}, '2026-03-05'],
  ])('of type %s: %j with %j is %j', (type, expression, facts, value) => {
    expect(compileValue(expression, type, catalogue).evaluate(factSet(facts))).toBe(value);
    expect(compileValue(expression, type).evaluate(factSet(facts))).toBe(value);
  });

  it.each<[type: ExpressionType, fact: FactValue]>([
    ['number', 'x'],
    ['text', 3],
    ['boolean', 'true'],
    ['date', 'tomorrow'],
    ['date', 3],
  ])('that should be %s is unknown when a fact on trust is %j', (type, fact) => {
    expect(compileValue({ var: 'any' }, type).evaluate(factSet({ any: fact }))).toBeUndefined();
  });

  it.each<[type: ExpressionType, expression: Json, detail: string]>([
    [
      'number',
      { var: 'name' },
      '"name" is text; a number is needed here; write an expression that gives a number',
    ],
    ['text', { '+': [1, 2] }, 'this is a number; text is needed here; write an expression that gives text'],
    ['date', 'tomorrow', '"tomorrow" is text; a date is needed here; write an expression that gives a date'],
    ['number', { var: 'amont' }, 'there is no fact "amont"; did you mean "amount"?'],
  ])('that should be %s is refused as %j', (type, expression, detail) => {
    expect(() => compileValue(expression, type, catalogue)).toThrow(
      expect.objectContaining({ code: 'CONDITION_INVALID', details: [{ pointer: '', detail }] }),
    );
  });

  it('is refused beyond the limits of conditions', () => {
    const costly = { if: [{ or: Array(9).fill({ matches: [{ var: 'name' }, '(a|b|c){9,20}z'] }) }, 1, 2] };
    expect(() => compileValue(costly, 'number').evaluate(factSet({ name: 'y'.repeat(20_000) }))).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
  });
});
