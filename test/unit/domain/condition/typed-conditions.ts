import fc from 'fast-check';
import type { Condition } from '../../../../domain/condition/condition.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { completeValues } from './example-facts.ts';

const fact = (...keys: readonly string[]) => fc.constantFrom(...keys.map((key): Condition => ({ var: key })));
const word = fc.constantFrom('a', 'b', 'ab', 'Ab', 'EU', 'software');
const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.1, 0.2, 0.3, 1000));
const date = fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2026-03-05');
const region = fc.constantFrom('EU', 'US', 'APAC');
const vendor = fc.constantFrom('software', 'hosting', 'hardware');
const some = (item: fc.Arbitrary<string | number>) => fc.array(item, { minLength: 1, maxLength: 3 });

const operation = (names: readonly string[], ...operands: readonly fc.Arbitrary<Condition>[]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.tuple(...operands))
    .map(([name, values]): Condition => ({ [name]: values }));
const many = (names: readonly string[], operand: fc.Arbitrary<Condition>) =>
  fc
    .tuple(fc.constantFrom(...names), fc.array(operand, { minLength: 1, maxLength: 3 }))
    .map(([name, operands]): Condition => ({ [name]: operands }));

const { truth } = fc.letrec<{ truth: Condition; amount: Condition; text: Condition }>((tie) => {
  const { truth, amount, text } = { truth: tie('truth'), amount: tie('amount'), text: tie('text') };
  const days = fc.oneof(fact('due', 'time.today'), date);
  const lists = fc.oneof(fact('tags', 'regions'), some(word));
  const moments = fact('opened', 'time.now');
  return {
    amount: fc.oneof(
      { maxDepth: 4 },
      fact('amount', 'seats', 'spend.base'),
      number,
      many(['+', '*'], amount),
      operation(['-', '/'], amount, amount).filter((json) => !JSON.stringify(json).endsWith(',0]}')),
      operation(['-'], amount),
      operation(['if'], truth, amount, amount),
      operation(['count'], fact('tags', 'regions', 'lines')),
      operation(['days_between', 'days_until'], days, days),
      operation(['days_between'], moments, moments),
    ),
    text: fc.oneof({ maxDepth: 3 }, fact('country', 'vat'), word, operation(['if'], truth, text, text)),
    truth: fc.oneof(
      { maxDepth: 5 },
      fact('urgent', 'renewal'),
      operation(['==', '!=', '===', '!==', '<', '<=', '>', '>='], amount, amount),
      operation(['<', '<='], amount, amount, amount),
      operation(['==', '!='], text, text),
      operation(['==', '!='], fact('vendor'), vendor),
      operation(['==', '!='], days, days),
      operation(['==', '!='], truth, truth),
      operation(['in'], amount, some(number)),
      operation(['in'], text, some(word)),
      operation(['in', 'in'], text, fact('tags')),
      operation(['has'], fact('regions'), region),
      operation(['has'], fact('tags'), text),
      operation(['has_any', 'has_all'], fact('tags'), lists),
      operation(['has_any', 'has_all'], fact('regions'), some(region)),
      operation(['starts_with', 'ends_with', 'contains'], text, text),
      operation(['matches'], text, fc.constantFrom('^a', 'b$', '(?i)AB', 'x')),
      operation(['before', 'after'], days, days),
      operation(['before', 'after'], moments, moments),
      many(['and', 'or'], truth),
      operation(['!'], truth),
      operation(['if'], truth, truth, truth),
      operation(['if'], truth, truth, truth, truth, truth),
    ),
  };
});

/** Well-typed conditions over the example facts that use every operator but `present`. */
export const typedConditions: fc.Arbitrary<Condition> = truth;

/** Complete, well-typed values for the example facts, close to the constants of the conditions. */
export const completeFacts = fc.record({
  amount: number,
  seats: number,
  'spend.base': number,
  urgent: fc.boolean(),
  renewal: fc.boolean(),
  vendor,
  country: word,
  vat: word,
  'requester.department': word,
  regions: fc.array(region, { maxLength: 3 }),
  tags: fc.array(word, { maxLength: 3 }),
  due: date,
  'time.today': date,
  opened: fc.integer({ min: 0, max: 3 }).map((days) => days * 86_400_000),
  'time.now': fc.integer({ min: 0, max: 300_000_000 }),
  lines: fc.array(fc.constant({}), { maxLength: 4 }),
});

/** The same with any of them missing, and the keys that were taken away. */
export const partialFacts = fc
  .tuple(completeFacts, fc.subarray(Object.keys(completeValues)))
  .map(([complete, gone]) => {
    const partial = Object.fromEntries(Object.entries(complete).filter(([key]) => !gone.includes(key)));
    return { complete: factSet(complete), partial: factSet(partial), gone };
  });
