import jsonLogic from 'json-logic-js';
import { Bench } from 'tinybench';
import { compileCondition } from '../../domain/condition/compile-condition.ts';
import type { Condition } from '../../domain/condition/condition.ts';
import { nestedByDots } from '../../domain/condition/json-logic-oracle.ts';
import { type FactSet, factSet } from '../../domain/fact/fact-set.ts';

/** One measured row: the median time of asking a whole chain once. */
export interface ConditionBenchRow {
  readonly name: string;
  readonly medianMicros: number;
  readonly p99Micros: number;
}

const countries = ['DE', 'FR', 'IT', 'ES', 'PL', 'NL', 'SE', 'GB', 'US', 'JP'];

const values = {
  amount: 4200,
  seats: 35,
  score: 61,
  urgency: 'normal',
  country: 'GB',
  product: 'cloud',
  segment: 'midmarket',
  'requester.department': 'sales',
  'requester.country': 'GB',
  'account.tier': 'gold',
  'account.status': 'active',
  renewal: false,
};

/** Fifty rules over twelve facts, of which only the last fires, so that every rule is asked. */
const rules: readonly Condition[] = Array.from({ length: 50 }, (_, index): Condition => {
  if (index === 49) return { '>=': [{ var: 'amount' }, 0] };
  const kinds: readonly Condition[] = [
    { and: [{ '>': [{ var: 'amount' }, 10_000 + index] }, { '==': [{ var: 'account.tier' }, 'silver'] }] },
    { and: [{ in: [{ var: 'country' }, countries.slice(0, 5)] }, { '==': [{ var: 'product' }, 'cloud'] }] },
    { and: [{ '<=': [70 + index, { var: 'score' }, 200] }, { '==': [{ var: 'segment' }, 'enterprise'] }] },
    { '==': [{ var: 'requester.department' }, `department-${index}`] },
    { and: [{ '==': [{ var: 'urgency' }, 'high'] }, { '>': [{ var: 'seats' }, index] }] },
    { and: [{ '!=': [{ var: 'account.status' }, 'active'] }, { '==': [{ var: 'renewal' }, true] }] },
    { and: [{ '==': [{ var: 'requester.country' }, 'US'] }, { '>': [{ var: 'score' }, index] }] },
  ];
  return kinds[index % kinds.length] ?? true;
});

/** Measures the chain with and without traces beside bare json-logic-js, prints the rows and returns them. */
export async function run(): Promise<readonly ConditionBenchRow[]> {
  const compiled = rules.map((rule) => compileCondition(rule));
  const facts: FactSet = factSet(values);
  const nested = nestedByDots(values);
  const bench = new Bench({ time: 500, warmupTime: 200 });
  bench.add('50 rules, 12 facts, without trace', () => {
    for (const rule of compiled) if (rule.evaluate(facts).value === true) return;
  });
  bench.add('50 rules, 12 facts, with trace', () => {
    for (const rule of compiled) if (rule.trace(facts).result === true) return;
  });
  bench.add('50 rules, 12 facts, json-logic-js bare', () => {
    for (const rule of rules) if (jsonLogic.apply(rule as never, nested)) return;
  });
  await bench.run();
  const rows = bench.tasks.map(({ name, result }) => {
    if (!('latency' in result)) throw new Error(`${name} gave no result`);
    return {
      name,
      medianMicros: result.latency.p50 * 1000,
      p99Micros: result.latency.p99 * 1000,
    };
  });
  console.table(rows);
  return rows;
}
