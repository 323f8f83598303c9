import { dayMs } from '../calendar/epoch-day.ts';
import { type FactSet, factSet } from '../fact/fact-set.ts';
import { factsOfValues } from '../form/form-facts.ts';
import { parseAnswers } from '../form/parse-answers.ts';
import { settleValues } from '../form/settle-values.ts';
import { validateSubmission } from '../form/validate-submission.ts';
import type { Values } from '../form/values.ts';
import type { PersonView } from '../routing/directory.ts';
import { duplicateKey } from '../routing/duplicate-key.ts';
import { type Priority, priorityOf } from '../routing/priority.ts';
import type { RouteDirectory, SimilarCase } from '../routing/route-inputs.ts';
import type { CompiledDefinition } from './compile-definition.ts';
import { type FactPerson, knownFacts } from './known-facts.ts';
import { parseOpenCasesFact } from './standard-facts.ts';
import type { TestCase } from './test-case-schema.ts';
import { inventedPerson, type TestEnvironment } from './test-environment.ts';

/** A test's input as the product would see it once the submission is stored. */
export interface TestSituation {
  readonly now: number;
  readonly values: Values;
  readonly facts: FactSet;
  readonly priority: Priority;
  readonly requester: FactPerson;
  readonly behalf: FactPerson | undefined;
  readonly directory: RouteDirectory;
  readonly similar: readonly SimilarCase[];
}

/**
 * Hands in a test's input as a submission, and gathers what decisions about it may read.
 * @throws VALIDATION_FAILED when the form refuses the values.
 */
export function testSituation(
  compiled: CompiledDefinition,
  test: TestCase,
  environment: TestEnvironment,
): TestSituation {
  const { input } = test;
  const { form, workflow, priority: table } = compiled.document;
  const now = Date.parse(test.at);
  const requester = personIn('requester', input.requester);
  const behalf = input.behalf === undefined ? undefined : personIn('behalf', input.behalf);
  const factsWith = (values: Values, priority: number): FactSet =>
    factSet({
      ...knownFacts({
        form,
        now,
        values,
        requester,
        behalf,
        source: input.source ?? 'form',
        scores: input.scores ?? {},
        proposal: input.proposal ?? null,
        priority,
        state: workflow.initial,
        epoch: 1,
        escalation: 0,
        previousOwners: [],
      }),
      ...countedFacts(compiled, test),
      ...prefixed('account', input.account),
      ...prefixed('territory', input.territory),
      ...input.facts,
    });
  const { values } = validateSubmission(form, input.values, factsWith({}, table.default));
  const first = factsWith(values, table.default);
  const priority = priorityOf(table, first, {
    urgency: compiled.purposes.get('urgency'),
    impact: compiled.purposes.get('impact'),
    dueDate: compiled.purposes.get('due_date'),
  });
  const facts = factsWith(values, priority.value);
  const similar = similarCases(compiled, test, { facts, now, requesterId: (behalf ?? requester).id });
  const directory = directoryFor(compiled, test, { environment, facts, people: [requester, behalf] });
  return { now, values, facts, priority, requester, behalf, directory, similar };
}

function personIn(id: string, given: TestCase['input']['requester']): FactPerson {
  const { department = null, country = null, language = null, title = null, manager = null } = given ?? {};
  const { roles = [], groups = [] } = given ?? {};
  const about = { department, country, language, title, managerId: manager, zone: 'UTC', roles, groups };
  return { id: given?.id ?? id, ...about };
}

function prefixed(prefix: string, given: object | null | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given ?? {}).map(([key, value]) => [`${prefix}.${key}`, value]));
}

/** Nobody has other cases open unless the test says so. */
function countedFacts(compiled: CompiledDefinition, { input }: TestCase): Record<string, unknown> {
  const hasAccount = Object.hasOwn(input.account ?? {}, 'id');
  return Object.fromEntries(
    [...compiled.catalogue.keys()].flatMap((key) => {
      const of = parseOpenCasesFact(key)?.of;
      return of === 'requester' || (of === 'account' && hasAccount) ? [[key, 0]] : [];
    }),
  );
}

/** Earlier cases of the same requester and account that a duplicate screen would take for the same. */
function similarCases(
  compiled: CompiledDefinition,
  { input }: TestCase,
  {
    facts,
    now,
    requesterId,
  }: { readonly facts: FactSet; readonly now: number; readonly requesterId: string },
): SimilarCase[] {
  const { form, chains } = compiled.document;
  const account = facts.values['account.id'];
  const scope = { requesterId, accountId: typeof account === 'string' ? account : null };
  return chains.flatMap((chain) =>
    (chain.screen ?? []).flatMap((screen) => {
      const own = screen.kind === 'duplicate' ? duplicateKey(screen, facts, scope) : undefined;
      if (screen.kind !== 'duplicate' || own === undefined) return [];
      return (input.earlier ?? []).flatMap(({ daysBefore, values }, index) => {
        const settled = settleValues(form, parseAnswers(form, values).values, factSet({}));
        const earlier = factSet(factsOfValues(form, settled.values));
        if (duplicateKey(screen, earlier, scope) !== own) return [];
        const number = `earlier ${index + 1}`;
        return [{ screen: screen.id, caseId: number, number, at: now - daysBefore * dayMs }];
      });
    }),
  );
}

/** The environment with those the test names in it, without those it says are away. */
function directoryFor(
  compiled: CompiledDefinition,
  { input }: TestCase,
  about: {
    readonly environment: TestEnvironment;
    readonly facts: FactSet;
    readonly people: readonly (FactPerson | undefined)[];
  },
): RouteDirectory {
  const { directory } = about.environment;
  const people = new Map<string, PersonView>(directory.people);
  for (const person of about.people) {
    if (person === undefined) continue;
    const { id, roles, country, language, zone, managerId } = person;
    const known = people.get(id) ?? inventedPerson(id);
    people.set(id, { ...known, roles, country, language, zone, managerId });
  }
  for (const id of namedPeople(compiled, about.facts)) {
    if (!people.has(id)) people.set(id, inventedPerson(id));
  }
  const away = new Set((input.absent ?? []).flatMap((name) => membersNamed(name, directory)));
  for (const id of away) {
    const person = people.get(id);
    if (person !== undefined) people.set(id, { ...person, active: false });
  }
  const found = input.account === undefined ? {} : { accounts: [] };
  const placed = input.territory === undefined ? {} : { territories: [] };
  return { ...directory, ...found, ...placed, people };
}

/** Whoever the facts of this test name: in person fields, as managers, as owners of the account and the territory. */
function namedPeople({ document }: CompiledDefinition, { values }: FactSet): string[] {
  const fields = document.form.fields.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  const keys = [...fields, 'requester.manager', 'behalf.manager', 'account.owner', 'territory.owner'];
  return keys.flatMap((key) => {
    const id = values[key];
    return typeof id === 'string' ? [id] : [];
  });
}

/** The people meant by a person's id, or by `pool:…`, `team:…`, `role:…` for everybody in it. */
function membersNamed(name: string, { pools, teams, people }: RouteDirectory): readonly string[] {
  if (people.has(name)) return [name];
  const [kind, id = ''] = name.split(':', 2);
  if (kind === 'pool') return (pools.get(id)?.members ?? []).map(({ person }) => person);
  if (kind === 'team') return teams.get(id)?.members ?? [];
  if (kind === 'role')
    return [...people.values()].filter(({ roles }) => roles.includes(id)).map((one) => one.id);
  return [name];
}
