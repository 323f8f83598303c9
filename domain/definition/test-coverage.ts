import type { CompiledDefinition } from './compile-definition.ts';
import { conditionsOf } from './conditions-of.ts';
import type { TestOutcome } from './test-outcome.ts';

/** What the tests of a definition have tried. */
export interface TestCoverage {
  /** Rules of all chains, and how many tests each decided. */
  readonly rules: readonly { readonly chain: string; readonly rule: string; readonly tests: number }[];
  /** Conditions by their place, and which answers they gave. */
  readonly conditions: readonly {
    readonly pointer: string;
    readonly yes: number;
    readonly no: number;
    readonly unknown: number;
  }[];
  /** The ends that were reached, and how often. */
  readonly terminals: Readonly<Record<string, number>>;
}

/** Counts what some outcomes have tried. */
export function coverageOf(compiled: CompiledDefinition, outcomes: readonly TestOutcome[]): TestCoverage {
  return {
    rules: compiled.document.chains.flatMap(({ id, rules }) =>
      [...rules, { id: 'default' }].map((rule) => ({
        chain: id,
        rule: rule.id,
        tests: outcomes.filter(({ routing }) => routing?.record.chain === id && routing.by === rule.id)
          .length,
      })),
    ),
    conditions: conditionsOf(compiled.document).map(({ pointer, condition }) => {
      const answers = outcomes.map(({ facts }) => compiled.holds(condition, facts));
      const count = (wanted: boolean | 'unknown') => answers.filter((answer) => answer === wanted).length;
      return { pointer, yes: count(true), no: count(false), unknown: count('unknown') };
    }),
    terminals: terminalsOf(outcomes),
  };
}

function terminalsOf(outcomes: readonly TestOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { routing } of outcomes) {
    const terminal = routing?.terminal ?? 'closed';
    counts[terminal] = (counts[terminal] ?? 0) + 1;
  }
  return counts;
}
