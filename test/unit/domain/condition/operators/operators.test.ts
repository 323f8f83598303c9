import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../../../domain/condition/compile-condition.ts';
import { operators } from '../../../../../domain/condition/operators/operators.ts';
import { factSet } from '../../../../../domain/fact/fact-set.ts';

describe('the shelf of operators', () => {
  it('has a table of proofs for every operator', () => {
    const tables = readdirSync(import.meta.dirname)
      .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
      .join('\n');
    const unproven = [...operators.keys()].filter((name) => !tables.includes(`prove('${name}', [`));
    expect(unproven).toEqual([]);
  });

  it('names every operator once', () => {
    const files = readdirSync('domain/condition/operators').filter((file) => file !== 'operators.ts');
    expect(operators.size).toBe(files.length);
  });
});

describe('present', () => {
  const amount = { var: 'amount' };

  it('is unknown, not false, when the provider of the fact failed', () => {
    const { evaluate } = compileCondition({ '!': { present: amount } });
    expect(evaluate(factSet({}, { amount: 'timed out' }))).toEqual({ value: 'unknown', missing: ['amount'] });
    expect(evaluate(factSet({})).value).toBe(true);
  });

  it('finds no failure in what every object inherits', () => {
    const { evaluate } = compileCondition({ present: { var: 'constructor' } });
    expect(evaluate(factSet({})).value).toBe(false);
  });
});

describe('matches', () => {
  it('gives nothing for a pattern that cannot be read', () => {
    expect(operators.get('matches')?.plain?.('text', '(')).toBeUndefined();
    expect(operators.get('matches')?.plain?.('text', 'e.t')).toBe(true);
  });
});
