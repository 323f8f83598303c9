import type { Difference } from '../../../domain/definition/difference.ts';
import type { TestRun } from '../../../domain/definition/run-tests.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Problem } from '../../../domain/error/problem.ts';

/** Refuses a definition for its blocking problems; all of them are in the data. */
export function definitionInvalid(problems: readonly Problem[]): DomainError {
  const blocking = problems.filter((problem) => problem.blocking);
  return new DomainError('DEFINITION_INVALID', 'The draft has problems. Mend them, then publish.', {
    details: blocking.map(({ pointer, message, mend }) => ({ pointer, detail: `${message} ${mend}` })),
    data: { problems },
  });
}

/** Refuses a definition whose tests do not pass, naming each and what came out otherwise. */
export function testsFailed(run: TestRun): DomainError {
  const failing = run.results.flatMap((result, index) => (result.passed ? [] : [{ ...result, index }]));
  const count = failing.length === 1 ? 'One test fails' : `${failing.length} tests fail`;
  return new DomainError('TESTS_FAILED', `${count}. Mend the draft or the test, then publish.`, {
    details: failing.flatMap(({ index, title, failures }) =>
      failures.map(({ what, expected, got }) => ({
        pointer: `/tests/${index}/expect`,
        detail: `“${title}”: ${what} should be ${expected}, and is ${got}.`,
      })),
    ),
    data: { results: run.results },
  });
}

/** Refuses to publish over a version the publisher has not seen, saying what it changed. */
export function publishStale(
  base: number | null,
  live: number | null,
  differences: readonly Difference[],
): DomainError {
  const seen = base === null ? 'nothing' : `version ${base}`;
  const now = live === null ? 'none' : `version ${live}`;
  const message = `The draft builds on ${seen}, and live is ${now}. Look at what changed, then publish with ${now} as its base.`;
  return new DomainError('PUBLISH_STALE', message, {
    details: differences.map(({ path, sentence }) => ({ pointer: `/${path.join('/')}`, detail: sentence })),
    data: { base, live, differences },
  });
}
