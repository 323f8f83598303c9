import type { TestCase } from './test-case-schema.ts';
import type { TestOutcome } from './test-outcome.ts';
import type { TestSituation } from './test-situation.ts';

/** One thing that came out otherwise than expected, in words. */
export interface TestFailure {
  /** The word of `expect`, such as `rule`. */
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

type Expected = TestCase['expect'];
type Seen = { readonly [K in Exclude<keyof Expected, 'clocks' | 'refused'>]?: unknown };

/** Where an outcome differs from what a test expects; what the test leaves out is not looked at. */
export function testFailures(
  { expect }: TestCase,
  situation: TestSituation,
  outcome: TestOutcome,
): TestFailure[] {
  const failures: TestFailure[] = [];
  for (const [what, got] of Object.entries(seenIn(situation, outcome))) {
    const expected = expect[what as keyof Seen];
    if (expected !== undefined && inWords(expected) !== inWords(got))
      failures.push({ what, expected: inWords(expected), got: inWords(got) });
  }
  if (expect.refused !== undefined && expect.refused.length > 0)
    failures.push({ what: 'refused', expected: inWords(expect.refused), got: 'the submission was accepted' });
  return [...failures, ...clockFailures(expect.clocks ?? [], outcome)];
}

function seenIn({ priority }: TestSituation, { routing, state, gates }: TestOutcome): Seen {
  const waiting = routing?.terminal === 'queued' && routing.waitingPool !== undefined;
  return {
    terminal: waiting ? 'waiting' : routing?.terminal,
    rule: routing?.stage === 'rules' || routing?.stage === 'default' ? routing.by : undefined,
    pool: routing?.pool ?? routing?.waitingPool,
    queue: routing?.queue,
    team: routing?.team,
    person: routing?.person,
    owner: state.owner?.role ?? routing?.record.accountable,
    gates,
    suppressedBy: stageHit(routing, 'suppress'),
    screenedBy: stageHit(routing, 'screen'),
    missing: routing?.missing ?? [],
    priority: priority.value,
    lowUrgency: routing?.lowUrgency === true,
    state: state.id,
  };
}

/** The first item of a stage that held, whether or not it decided. */
function stageHit(routing: TestOutcome['routing'], stage: 'screen' | 'suppress'): string | undefined {
  return routing?.record.stages.find((entry) => entry.stage === stage && entry.outcome === 'yes')?.id;
}

/** Lists are compared whatever their order. */
function inWords(value: unknown): string {
  if (value === undefined) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).sort().join(', ');
  return String(value);
}

function clockFailures(expected: NonNullable<Expected['clocks']>, { clocks }: TestOutcome): TestFailure[] {
  return expected.flatMap(({ id, dueAt, duration }) => {
    const what = `clock ${id}`;
    const clock = clocks.find((one) => one.id === id);
    if (clock === undefined)
      return [{ what, expected: 'starts with the submission', got: inWords(clocks.map((one) => one.id)) }];
    const failures: TestFailure[] = [];
    if (duration !== undefined && duration !== clock.duration)
      failures.push({ what, expected: `lasts ${duration}`, got: `lasts ${clock.duration}` });
    if (dueAt !== undefined && Date.parse(dueAt) !== clock.dueAt)
      failures.push({ what, expected: `due ${dueAt}`, got: `due ${new Date(clock.dueAt).toISOString()}` });
    return failures;
  });
}
