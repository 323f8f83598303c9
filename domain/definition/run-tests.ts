import { DomainError } from '../error/domain-error.ts';
import { textIn } from '../form/text-schema.ts';
import type { CompiledDefinition } from './compile-definition.ts';
import type { TestCase } from './test-case-schema.ts';
import { coverageOf, type TestCoverage } from './test-coverage.ts';
import { inventedEnvironment, type TestEnvironment } from './test-environment.ts';
import { type TestFailure, testFailures } from './test-failures.ts';
import { type TestOutcome, testOutcome } from './test-outcome.ts';
import { testSituation } from './test-situation.ts';

/** What came of one test. */
export interface TestResult {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  /** Empty when it passed. */
  readonly failures: readonly TestFailure[];
}

/** What came of all tests of a definition, and what they have not tried. */
export interface TestRun {
  readonly passed: boolean;
  readonly results: readonly TestResult[];
  readonly coverage: TestCoverage;
}

/**
 * Runs every test of a definition with the functions the product decides with. Without an environment the tests run in an
 * invented one, where everybody is there and every calendar open. Pure.
 */
export function runDefinitionTests(
  compiled: CompiledDefinition,
  environment: TestEnvironment = inventedEnvironment(compiled.document),
): TestRun {
  const outcomes: TestOutcome[] = [];
  const results = (compiled.document.tests ?? []).map((test): TestResult => {
    const { failures, outcome } = runTest(compiled, test, environment);
    if (outcome !== undefined) outcomes.push(outcome);
    const title = textIn(test.title, compiled.document.form.language);
    return { id: test.id, title, passed: failures.length === 0, failures };
  });
  return {
    passed: results.every(({ passed }) => passed),
    results,
    coverage: coverageOf(compiled, outcomes),
  };
}

interface Ran {
  readonly failures: readonly TestFailure[];
  readonly outcome?: TestOutcome;
}

function runTest(compiled: CompiledDefinition, test: TestCase, environment: TestEnvironment): Ran {
  try {
    const situation = testSituation(compiled, test, environment);
    const outcome = testOutcome(compiled, situation);
    return { failures: testFailures(test, situation, outcome), outcome };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { failures: refusalFailures(test, error) };
  }
}

/** A refused submission is what a test may expect; it names the fields. */
function refusalFailures({ expect }: TestCase, error: DomainError): TestFailure[] {
  const fields = error.details.map(({ pointer }) => pointer.split('/')[2] ?? '');
  const got = [...new Set(fields)].sort().join(', ');
  const expected = expect.refused === undefined ? undefined : [...expect.refused].sort().join(', ');
  if (expected !== undefined && expected === got) return [];
  const words = error.details.map(({ detail }) => detail).join(' ');
  return [
    {
      what: 'refused',
      expected: expected ?? 'the submission is accepted',
      got: got === '' ? error.message : `${got}: ${words}`,
    },
  ];
}
