import jsonLogic from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../../../domain/condition/check-condition.ts';
import { compileCondition } from '../../../../domain/condition/compile-condition.ts';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { catalogue } from './example-facts.ts';

const theirs = (condition: Condition, data: unknown) => jsonLogic.apply(condition as never, data);
const ours = (condition: Condition, values: Readonly<Record<string, unknown>>) =>
  compileCondition(condition).evaluate(factSet(values)).value;
const messages = (condition: Condition) => checkCondition(condition, catalogue).map(({ message }) => message);

describe('where bare JSON-Logic misleads', () => {
  it('does not take a missing or empty amount for a small one', () => {
    const small: Condition = { '<': [{ var: 'amount' }, 1000] };
    expect(theirs(small, {})).toBe(true);
    expect(theirs(small, { amount: '' })).toBe(true);
    expect(ours(small, {})).toBe('unknown');
    expect(ours(small, { amount: '' })).toBe('unknown');
    expect(ours(small, { amount: null })).toBe('unknown');
    expect(ours(small, { amount: Number.NaN })).toBe('unknown');
  });

  it('refuses to order texts, where "1000" comes before "900"', () => {
    expect(theirs({ '>': ['1000', '900'] }, {})).toBe(false);
    expect(messages({ '>': ['1000', '900'] })).toEqual([
      '"1000" is text; a number is needed here',
      '"900" is text; a number is needed here',
    ]);
    expect(() => compileCondition({ '>': ['1000', '900'] })).toThrow(DomainError);
    expect(messages({ '>': [{ var: 'vat' }, 900] })).toEqual(['"vat" is text; a number is needed here']);
  });

  it('does not find part of a text with in', () => {
    expect(theirs({ in: ['art', 'partner'] }, {})).toBe(true);
    expect(messages({ in: ['art', 'partner'] })).toEqual(['"partner" is text; a list is needed here']);
    expect(messages({ in: ['art', { var: 'vat' }] })).toEqual(['"vat" is text; a list is needed here']);
    expect(ours({ in: ['art', { var: 'tags' }] }, { tags: 'partner' })).toBe('unknown');
  });

  it('does not know whether a missing field differs', () => {
    const differs: Condition = { '!=': [{ var: 'vendor' }, 'hosting'] };
    expect(theirs(differs, {})).toBe(true);
    expect(ours(differs, {})).toBe('unknown');
  });

  it('compares dates as days, and refuses to order them as text', () => {
    expect(theirs({ '<': ['2026-3-5', '2026-12-01'] }, {})).toBe(false);
    expect(messages({ '<': [{ var: 'due' }, '2026-12-01'] })).toContain(
      '"due" is a date; a number is needed here',
    );
    expect(messages({ before: [{ var: 'due' }, '2026-3-5'] })).toEqual([
      '"2026-3-5" is text; a date or a moment is needed here',
    ]);
  });

  it('has no all, whose answer on an empty list is false', () => {
    const all: Condition = { all: [{ var: 'tags' }, { '==': [{ var: '' }, 'a'] }] };
    expect(theirs(all, { tags: [] })).toBe(false);
    expect(messages(all)).toEqual(['"all" is not an operator']);
    expect(ours({ has_all: [{ var: 'tags' }, ['a']] }, { tags: [] })).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('reads no inherited %s', (key) => {
    expect(messages({ present: { var: key } })).toEqual([`there is no fact "${key}"`]);
    expect(ours({ present: { var: key } }, {})).toBe(false);
    expect(ours({ '==': [{ var: key }, 'a'] }, {})).toBe('unknown');
    expect(ours({ '==': [{ var: key }, 'a'] }, JSON.parse(`{"${key}": "a"}`))).toBe(true);
  });

  it('reads no inherited operator either', () => {
    expect(messages({ constructor: [1] })).toEqual(['"constructor" is not an operator']);
    expect(messages(JSON.parse('{"__proto__": [1]}'))).toEqual(['"__proto__" is not an operator']);
  });

  it('refuses an object with two keys, which would be a literal that is always true', () => {
    const both: Condition = { '==': [1, 2], '<': [3, 1] };
    expect(jsonLogic.truthy(theirs(both, {}))).toBe(true);
    expect(messages(both)).toEqual(['an operation is an object with exactly one key']);
    expect(() => compileCondition(both)).toThrow(DomainError);
  });

  it('refuses a short rule that loops ten million times', () => {
    let loops: Condition = 1;
    for (let level = 0; level < 7; level += 1) loops = { map: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], loops] };
    expect(JSON.stringify(loops).length).toBeLessThan(1200);
    expect(messages(loops)).toEqual(['"map" is not an operator']);
  });

  it('refuses a rule of 1.2 kB to cost eight million steps on long values, before it starts', () => {
    const pattern = '(a?){40}(b?){40}(c?){40}z$';
    const costly: Condition = {
      or: Array.from({ length: 22 }, () => ({ matches: [{ var: 'vat' }, pattern] })),
    };
    expect(JSON.stringify(costly).length).toBeLessThan(1300);
    const { evaluate, trace } = compileCondition(costly, catalogue);
    const long = factSet({ vat: 'abc'.repeat(700) });
    expect(evaluate(factSet({ vat: 'abc' })).value).toBe(false);
    expect(() => evaluate(long)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    expect(() => trace(long)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });

  it('counts the items of lists and the characters of texts as steps', () => {
    const lists = compileCondition({ has_any: [{ var: 'tags' }, { var: 'regions' }] }, catalogue);
    const many = Array.from({ length: 5000 }, (_, index) => `tag ${index}`);
    expect(lists.evaluate(factSet({ tags: many, regions: many.slice(1, 4000) })).value).toBe(true);
    expect(() => lists.evaluate(factSet({ tags: many, regions: many }))).toThrow(/10003 steps/);
    const text = compileCondition({ contains: [{ var: 'vat' }, 'x'] }, catalogue);
    expect(text.evaluate(factSet({ vat: 'a'.repeat(900_000) })).value).toBe(false);
    expect(() => text.evaluate(factSet({ vat: 'a'.repeat(1_000_000) }))).toThrow(/10003 steps/);
  });

  it('asks a list that is written out at the price of one step', () => {
    const { evaluate } = compileCondition({ in: [{ var: 'vat' }, ['a', 'b']] }, catalogue);
    expect(evaluate(factSet({ vat: 'a'.repeat(1_000_000) })).value).toBe(false);
  });
});
