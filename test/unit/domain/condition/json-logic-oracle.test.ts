import jsonLogic from 'json-logic-js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { agreesWithJsonLogic, nestedByDots } from '../../../../domain/condition/json-logic-oracle.ts';
import { sampleFacts } from '../../../../domain/condition/sample-facts.ts';
import { seededPicker } from '../../../../domain/condition/seeded-picker.ts';
import type { FactDeclaration } from '../../../../domain/fact/fact.ts';
import { catalogue } from './example-facts.ts';

const below = { '<': [{ var: 'amount' }, 1000] };

describe('agreement with json-logic-js', () => {
  afterEach(() => {
    jsonLogic.add_operation('<', (left: number, right: number) => left < right);
  });

  it('is found where there is no difference', () => {
    expect(agreesWithJsonLogic(below, catalogue, { seed: 1 })).toBeUndefined();
    expect(agreesWithJsonLogic({ present: { var: 'vat' } }, catalogue, { seed: 1 })).toBeUndefined();
    expect(agreesWithJsonLogic({ matches: [{ var: 'vat' }, '^a'] }, catalogue, { seed: 1 })).toBeUndefined();
  });

  it('is denied with the first values that differ, right beside the constant', () => {
    jsonLogic.add_operation('<', (left: number, right: number) => left <= right);
    const found = agreesWithJsonLogic(below, catalogue, { seed: 1 });
    expect(found).toMatchObject({ facts: { amount: 1000 }, ours: false, theirs: true });
  });

  it('holds for the presence of a missing fact too', () => {
    agreesWithJsonLogic({ present: { var: 'vat' } }, catalogue, { seed: 1 });
    expect(jsonLogic.apply({ present: [{ var: 'vat' }] } as never, {})).toBe(false);
    expect(jsonLogic.apply({ present: [{ var: 'vat' }] } as never, { vat: false })).toBe(true);
  });

  it('is not asked where a quotient has no value', () => {
    const ratio = { '>': [{ '/': [{ var: 'amount' }, { var: 'seats' }] }, 2] };
    expect(agreesWithJsonLogic(ratio, catalogue, { seed: 1 })).toBeUndefined();
  });

  it('refuses a condition with problems', () => {
    expect(() => agreesWithJsonLogic({ nope: 1 }, catalogue, { seed: 1 })).toThrow(/cannot be used/);
  });
});

describe('facts as JSON-Logic reads them', () => {
  it('lie inside one another by the dots of their keys, and inherit nothing', () => {
    const nested = nestedByDots({
      amount: 1,
      'requester.department': 'sales',
      'requester.home.country': 'DE',
    });
    expect(JSON.parse(JSON.stringify(nested))).toEqual({
      amount: 1,
      requester: { department: 'sales', home: { country: 'DE' } },
    });
    expect(Object.getPrototypeOf(nested)).toBeNull();
  });
});

const declared = (...keys: readonly string[]): readonly FactDeclaration[] =>
  keys.flatMap((key) => catalogue.get(key) ?? []);
const valuesOf = (condition: Condition, key: string) =>
  [...sampleFacts(condition, declared(key), 10_000, seededPicker(1))].map((sample) => sample[key]);

describe('sampled facts', () => {
  it('stand on and beside the constants of the condition', () => {
    expect(valuesOf(below, 'amount')).toEqual(expect.arrayContaining([1000, 999, 1001, 999.99, 0]));
    expect(valuesOf({ '==': [{ var: 'country' }, 'De'] }, 'country')).toEqual([
      'De',
      'Dex',
      'xDe',
      'DE',
      'e',
      'other',
    ]);
    const due = valuesOf({ before: [{ var: 'due' }, '2024-03-01'] }, 'due');
    expect(due).toEqual(expect.arrayContaining(['2024-02-29', '2024-03-01', '2024-03-02']));
    const opened = valuesOf({ before: [{ var: 'opened' }, '2024-03-01T00:00:00Z'] }, 'opened');
    const constant = Date.UTC(2024, 2, 1);
    expect(opened).toEqual(expect.arrayContaining([constant - 1, constant, constant + 1]));
    const today = valuesOf({ '<': [{ days_until: ['2024-03-01', { var: 'time.today' }] }, 5] }, 'time.today');
    expect(today).toEqual(expect.arrayContaining(['2024-02-25', '2024-02-24', '2024-02-26']));
  });

  it('take every option, both of yes and no, and lists of none, one, some and all', () => {
    expect(valuesOf(true, 'vendor')).toEqual(['software', 'hosting', 'hardware']);
    expect(valuesOf(true, 'urgent')).toEqual([true, false]);
    const lists = [...sampleFacts(true, declared('regions'), 100, seededPicker(1))].map(
      ({ regions }) => regions,
    );
    expect(lists).toEqual(expect.arrayContaining([[], ['EU'], ['EU', 'US'], ['EU', 'US', 'APAC']]));
    const rows = [
      ...sampleFacts({ '>': [{ count: { var: 'lines' } }, 4] }, declared('lines'), 100, seededPicker(1)),
    ];
    expect(rows.map(({ lines }) => (Array.isArray(lines) ? lines.length : undefined))).toEqual([
      4, 5, 0, 1, 3,
    ]);
  });

  it('are every combination when these are few', () => {
    const samples = [...sampleFacts(true, declared('urgent', 'vendor'), 6, seededPicker(1))];
    expect(new Set(samples.map((sample) => JSON.stringify(sample))).size).toBe(6);
  });

  it('are as many as asked for when combinations are many, the same ones for the same seed', () => {
    const draw = (seed: number) => [
      ...sampleFacts(below, declared('amount', 'regions', 'due'), 50, seededPicker(seed)),
    ];
    expect(draw(7)).toHaveLength(50);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(8)).not.toEqual(draw(7));
  });
});

describe('a seeded picker', () => {
  it('picks each of a few numbers about as often, from any seed', () => {
    for (const seed of [0, 1, -1, 0x9e3779b9]) {
      const pick = seededPicker(seed);
      const counts = [0, 0, 0, 0, 0];
      for (let round = 0; round < 5000; round += 1) {
        const picked = pick(5);
        counts[picked] = (counts[picked] ?? 0) + 1;
      }
      for (const times of counts) expect(Math.abs(times - 1000)).toBeLessThan(150);
    }
  });
});
