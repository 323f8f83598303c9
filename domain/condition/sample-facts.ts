import type { FactDeclaration, FactValue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import { dateOfDay, dayNumber, momentOf } from './grammar/time-value.ts';
import type { Picker } from './seeded-picker.ts';

const dayMs = 86_400_000;
const baseDay = 20_517;
const longestList = 40;

/** The constants of a condition, around which values decide. */
interface Constants {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

/**
 * Complete, well-typed sets of values for some facts: every combination of the interesting ones when these are no more
 * than `most`, else `most` combinations picked by the picker. Interesting is what lies on and beside the condition's constants.
 */
export function* sampleFacts(
  condition: Json,
  declarations: readonly FactDeclaration[],
  most: number,
  pick: Picker,
): Generator<Record<string, FactValue>> {
  const constants = constantsOf(condition);
  const choices = declarations.map(({ key, type, options }) => {
    return { key, values: interestingValues({ type, options }, constants) };
  });
  const combinations = choices.reduce((product, { values }) => product * values.length, 1);
  const rounds = Math.min(combinations, most);
  for (let round = 0; round < rounds; round += 1) {
    const sample: Record<string, FactValue> = Object.create(null);
    let rest = round;
    for (const { key, values } of choices) {
      const index = combinations <= most ? rest % values.length : pick(values.length);
      rest = Math.floor(rest / values.length);
      sample[key] = values[index] ?? false;
    }
    yield sample;
  }
}

function interestingValues(
  { type, options }: { type: FactDeclaration['type']; options: readonly string[] | undefined },
  constants: Constants,
): readonly FactValue[] {
  const words = options !== undefined && options.length > 0 ? options : textsAround(constants.texts);
  switch (type) {
    case 'boolean':
      return [true, false];
    case 'number':
      return numbersAround(constants.numbers);
    case 'date':
      return daysAround(constants).map(dateOfDay);
    case 'instant':
      return momentsAround(constants);
    case 'texts':
    case 'choices':
      return listsOf(words);
    case 'rows':
      return lengthsAround(constants.numbers).map((length) => Array.from({ length }, () => ({})));
    default:
      return words;
  }
}

function numbersAround(numbers: readonly number[]): readonly number[] {
  const beside = numbers.flatMap((number) => [number, number - 1, number + 1, number - 0.01, number + 0.01]);
  return unique([...beside, 0, 1, -1, 1_000_000].filter(Number.isFinite));
}

function textsAround(texts: readonly string[]): readonly string[] {
  const beside = texts.flatMap((text) => [text, `${text}x`, `x${text}`, text.toUpperCase(), text.slice(1)]);
  return unique([...beside, 'other'].filter((text) => text !== ''));
}

function listsOf(words: readonly string[]): readonly (readonly string[])[] {
  const singles = words.slice(0, longestList).map((word) => [word]);
  const pairs = singles.map((single, index) => [...single, words[(index + 1) % words.length] ?? '']);
  return [[], [...words], ...singles, ...pairs];
}

function lengthsAround(numbers: readonly number[]): readonly number[] {
  const lengths = numbers.flatMap((number) => [Math.floor(number), Math.floor(number) + 1]);
  return unique([...lengths.filter((length) => length >= 0 && length <= longestList), 0, 1, 3]);
}

function daysAround({ numbers, texts }: Constants): readonly number[] {
  const days = unique([...texts.flatMap((text) => dayNumber(text) ?? []), baseDay]);
  const steps = numbers.filter((number) => Number.isInteger(number) && Math.abs(number) < 4000);
  const offsets = unique([
    0,
    -1,
    1,
    ...steps.flatMap((step) => [step - 1, step, step + 1, -step - 1, -step, 1 - step]),
  ]);
  const firstDay = dayNumber('0001-01-01') ?? 0;
  const lastDay = dayNumber('9999-12-31') ?? 0;
  return unique(days.flatMap((day) => offsets.map((offset) => day + offset))).filter(
    (day) => day >= firstDay && day <= lastDay,
  );
}

function momentsAround(constants: Constants): readonly number[] {
  const written = constants.texts.flatMap((text) => momentOf(text) ?? []);
  const beside = written.flatMap((moment) => [moment - 1, moment, moment + 1]);
  return unique([...beside, ...daysAround(constants).map((day) => day * dayMs), baseDay * dayMs + 1]);
}

function constantsOf(condition: Json): Constants {
  const numbers: number[] = [];
  const texts: string[] = [];
  const visit = (json: Json | undefined): void => {
    if (typeof json === 'number') numbers.push(json);
    else if (typeof json === 'string') texts.push(json);
    else if (typeof json === 'object' && json !== null) {
      for (const [key, value] of Object.entries(json)) if (key !== 'var') visit(value);
    }
  };
  visit(condition);
  return { numbers: unique(numbers), texts: unique(texts) };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
