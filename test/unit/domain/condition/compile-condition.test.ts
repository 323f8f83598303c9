import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../../domain/condition/compile-condition.ts';
import { compileValue } from '../../../../domain/condition/compile-value.ts';
import { outcomeOfTrace } from '../../../../domain/condition/trace-node.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { catalogue, completeValues } from './example-facts.ts';

const facts = factSet(completeValues);

describe('a trace', () => {
  it('shows every node with its operands, its value and what was missing', () => {
    const { trace } = compileCondition(
      { and: [{ '<': [{ var: 'amount' }, 1000] }, { in: [{ var: 'vendor' }, ['software']] }] },
      catalogue,
    );
    expect(trace(factSet({ vendor: 'software' }))).toEqual({
      op: 'and',
      result: null,
      missing: ['amount'],
      operands: [
        {
          op: '<',
          result: null,
          missing: ['amount'],
          operands: [
            { op: 'var', fact: 'amount', result: null, missing: ['amount'] },
            { op: 'literal', result: 1000 },
          ],
        },
        {
          op: 'in',
          result: true,
          operands: [
            { op: 'var', fact: 'vendor', result: 'software' },
            { op: 'literal', result: ['software'] },
          ],
        },
      ],
    });
  });

  it('shows also what the outcome did not need', () => {
    const { trace } = compileCondition({ or: [{ var: 'urgent' }, { '>': [{ var: 'amount' }, 1] }] });
    expect(trace(facts).operands?.map(({ result }) => result)).toEqual([true, true]);
  });

  it('shows a table by its number of rows', () => {
    const { trace } = compileCondition({ '==': [{ count: { var: 'lines' } }, 2] }, catalogue);
    const [counted] = trace(facts).operands ?? [];
    expect(counted).toEqual({ op: 'count', result: 2, operands: [{ op: 'var', fact: 'lines', result: 2 }] });
  });

  it('shows a list as it is', () => {
    const { trace } = compileCondition({ has: [{ var: 'tags' }, 'new'] }, catalogue);
    expect(trace(facts).operands?.[0]).toEqual({ op: 'var', fact: 'tags', result: ['new', 'pilot'] });
  });

  it('is a literal or a fact when the condition is one', () => {
    expect(compileCondition(true).trace(facts)).toEqual({ op: 'literal', result: true });
    expect(compileCondition({ var: 'renewal' }).trace(facts)).toEqual({
      op: 'var',
      fact: 'renewal',
      result: false,
    });
  });
});

describe('an outcome', () => {
  it('is unknown, never a guess, when the value is neither true nor false', () => {
    const { evaluate, trace } = compileCondition({ var: 'amount' });
    expect(evaluate(facts)).toEqual({ value: 'unknown', missing: ['amount'] });
    expect(outcomeOfTrace(trace(facts))).toBe('unknown');
  });

  it('is unknown where a value of another type stands in place of true or false', () => {
    const both = compileCondition({ and: [{ var: 'urgent' }, { or: [{ var: 'amount' }] }] });
    expect(both.evaluate(facts)).toEqual({ value: 'unknown', missing: ['amount'] });
    expect(both.trace(facts).missing).toEqual(['amount']);
    const mistyped = factSet({ ...completeValues, urgent: 'yes' });
    expect(compileCondition({ '!': { var: 'urgent' } }).evaluate(mistyped).value).toBe('unknown');
    expect(compileCondition({ if: [{ var: 'urgent' }, true, false] }).evaluate(mistyped)).toEqual({
      value: 'unknown',
      missing: ['urgent'],
    });
  });

  it('leaves no -0 behind, which JSON would change', () => {
    const { trace } = compileCondition({ '==': [{ '*': [{ var: 'seats' }, -1] }, 0] });
    expect(Object.is(trace(factSet({ seats: 0 })).operands?.[0]?.result, 0)).toBe(true);
  });

  it('is refused over values that can be inherited', () => {
    const { evaluate } = compileCondition(true);
    expect(() => evaluate({ values: {}, failed: {} })).toThrow(/made by factSet/);
  });
});

describe('a compiled value', () => {
  it('gives numbers, text, dates and yes or no, and undefined for what is unknown', () => {
    const sum = compileValue({ '+': [{ var: 'amount' }, { var: 'seats' }] }, 'number', catalogue);
    expect(sum.evaluate(facts)).toBe(1203);
    expect(sum.evaluate(factSet({ amount: 1 }))).toBeUndefined();
    expect(compileValue({ if: [{ var: 'urgent' }, 'fast', 'slow'] }, 'text').evaluate(facts)).toBe('fast');
    expect(compileValue({ var: 'due' }, 'date', catalogue).evaluate(facts)).toBe('2026-03-05');
    expect(compileValue({ var: 'urgent' }, 'boolean', catalogue).evaluate(facts)).toBe(true);
  });

  it('is undefined for a value of another type', () => {
    for (const type of ['number', 'boolean', 'date'] as const)
      expect(compileValue({ var: 'vat' }, type).evaluate(facts)).toBeUndefined();
    expect(compileValue({ var: 'amount' }, 'text').evaluate(facts)).toBeUndefined();
  });

  it('refuses an expression of another type', () => {
    expect(() => compileValue({ var: 'amount' }, 'text', catalogue)).toThrow(
      /"amount" is a number; text is needed here/,
    );
    expect(() => compileValue({ nope: 1 }, 'number')).toThrow(
      expect.objectContaining({ code: 'CONDITION_INVALID' }),
    );
  });
});
