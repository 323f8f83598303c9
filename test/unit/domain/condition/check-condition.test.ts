import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../../../domain/condition/check-condition.ts';
import { compileCondition } from '../../../../domain/condition/compile-condition.ts';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import type { FactCatalogue } from '../../../../domain/fact/fact.ts';
import type { BadCondition } from './bad-condition.ts';
import { badShapes } from './bad-shapes.ts';
import { badTypes } from './bad-types.ts';
import { catalogue } from './example-facts.ts';

const amount = { var: 'amount' };
const vendor = { var: 'vendor' };
const urgent = { var: 'urgent' };
const due = { var: 'due' };

const nested = (depth: number): Condition => (depth === 0 ? urgent : { '!': [nested(depth - 1)] });

const whole = 'the condition cannot be used: ';
const limits: readonly BadCondition[] = [
  ['deep', nested(33), '', `${whole}it is nested deeper than 32`, /flatter/],
  [
    'long',
    { and: Array.from({ length: 500 }, () => urgent) },
    '',
    `${whole}it has more than 500 parts`,
    /split/,
  ],
  [
    'wide',
    { in: [vendor, Array.from({ length: 501 }, () => 'hosting')] },
    '',
    `${whole}it has more than 500 parts`,
    /split/,
  ],
  ['large', { contains: [vendor, 'ä'.repeat(8200)] }, '', `${whole}it is larger than 16384 bytes`, /split/],
  [
    'with half a character',
    { contains: [vendor, '\ud800'] },
    '',
    `${whole}a number or text in it is not valid JSON`,
    /again/,
  ],
  [
    'with half a character for a key',
    { '\ud800': 1 },
    '',
    `${whole}a number or text in it is not valid JSON`,
    /again/,
  ],
  [
    'with half a character for a fact',
    { var: '\ud800' },
    '',
    `${whole}a number or text in it is not valid JSON`,
    /again/,
  ],
  [
    'without end',
    { '>': [amount, Number.POSITIVE_INFINITY] },
    '',
    `${whole}a number or text in it is not valid JSON`,
    /again/,
  ],
];

describe('checking a condition', () => {
  for (const [what, condition, path, message, mend] of [...badShapes, ...badTypes])
    it(`refuses ${what}`, () => {
      expect(checkCondition(condition, catalogue)).toEqual([
        { path, message, mend: expect.stringMatching(mend) },
      ]);
    });

  for (const [what, condition, path, message, mend] of limits)
    it(`refuses a condition ${what}`, () => {
      expect(checkCondition(condition, catalogue)).toEqual([
        { path, message, mend: expect.stringMatching(mend) },
      ]);
    });

  it('takes a condition at its limits', () => {
    const atLimit = { and: Array.from({ length: 499 }, () => urgent) };
    expect(checkCondition(nested(32), catalogue)).toEqual([]);
    expect(checkCondition(atLimit, catalogue)).toEqual([]);
  });

  it('survives nesting that no program could recurse into', () => {
    let deep: Condition = urgent;
    for (let level = 0; level < 100_000; level += 1) deep = level % 2 === 0 ? [deep] : { '!': deep };
    expect(checkCondition(deep, catalogue)).toHaveLength(1);
    let arrays: Condition = [];
    for (let level = 0; level < 100_000; level += 1) arrays = [arrays];
    expect(checkCondition(arrays, catalogue)).toHaveLength(1);
  });

  it('says why a pattern cannot be read', () => {
    const [problem] = checkCondition({ matches: [vendor, '('] }, catalogue);
    expect(problem).toMatchObject({
      path: '/matches/1',
      message: expect.stringMatching(/^the pattern cannot be read: /),
    });
  });

  it('reports every problem at once, each in its place', () => {
    const bad = { and: [{ '>': [vendor, 1] }, { nope: [] }, { or: [{ '==': [vendor, 'x'] }] }] };
    expect(checkCondition(bad, catalogue).map(({ path }) => path)).toEqual([
      '/and/0/>/0',
      '/and/1',
      '/and/2/or/0/==/1',
    ]);
  });

  it('refuses two facts of which one would lie inside the other', () => {
    const text = { type: 'number', origin: 'form' } as const;
    const clash: FactCatalogue = new Map([
      ['spend', { ...text, key: 'spend', label: 'Spend' }],
      ['spend.base', { ...text, key: 'spend.base', label: 'Spend in euro' }],
    ]);
    expect(checkCondition({ '>': [{ var: 'spend.base' }, { var: 'spend' }] }, clash)).toEqual([
      {
        path: '',
        message: '"spend" and "spend.base" cannot be read by one condition',
        mend: expect.any(String),
      },
    ]);
    expect(checkCondition({ '>': [{ var: 'spend.base' }, 1] }, clash)).toEqual([]);
  });

  it('takes a date or text from a branch where either would do', () => {
    const later = { if: [urgent, '2026-01-01', due] };
    expect(checkCondition({ '==': [later, due] }, catalogue)).toEqual([]);
    expect(checkCondition({ '==': [{ if: [urgent, { '+': [amount, 1] }, 0] }, 3] }, catalogue)).toEqual([]);
  });
});

describe('compiling a condition', () => {
  it('refuses one with problems, with their places and mends', () => {
    const refused = () => compileCondition({ '==': [vendor, 'x'] }, catalogue);
    expect(refused).toThrow(DomainError);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'CONDITION_INVALID',
        details: [
          {
            pointer: '/==/1',
            detail: '"x" is not an option of "vendor"; use one of: software, hosting, hardware',
          },
        ],
      }),
    );
  });

  it('takes facts on trust without a catalogue', () => {
    expect(() => compileCondition({ '==': [vendor, 'x'] })).not.toThrow();
    expect(() => compileCondition({ '==': [{ var: 'anything' }, 'x'] })).not.toThrow();
    expect(() => compileCondition({ '<': ['a', 1] })).toThrow(DomainError);
  });
});
