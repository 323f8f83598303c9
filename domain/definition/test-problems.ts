import type { Problem } from '../error/problem.ts';
import type { DefinitionUnderCheck } from './definition-under-check.ts';
import { lookUp, repeatedIds } from './look-up.ts';
import type { TestCase } from './test-case-schema.ts';

/** What tests of a definition name that does not exist in it. */
export function testProblems(under: DefinitionUnderCheck): readonly Problem[] {
  const tests = under.definition.tests ?? [];
  const items = itemsOf(under);
  return [
    ...repeatedIds('/tests', 'test', tests),
    ...tests.flatMap((test, index) => expectedProblems(`/tests/${index}/expect`, test, { under, items })),
  ];
}

interface Items {
  readonly rules: ReadonlySet<string>;
  readonly suppressions: ReadonlySet<string>;
  readonly screens: ReadonlySet<string>;
}

function itemsOf({ definition: { chains } }: DefinitionUnderCheck): Items {
  const ids = (of: (chain: (typeof chains)[number]) => readonly { readonly id: string }[]) =>
    new Set(chains.flatMap((chain) => of(chain).map(({ id }) => id)));
  return {
    rules: ids(({ rules }) => [...rules, { id: 'default' }]),
    suppressions: ids(({ suppress }) => suppress ?? []),
    screens: ids(({ screen }) => screen ?? []),
  };
}

function expectedProblems(
  at: string,
  { expect }: TestCase,
  { under, items }: { readonly under: DefinitionUnderCheck; readonly items: Items },
): Problem[] {
  const { registry } = under;
  const one = (
    key: keyof TestCase['expect'],
    kind: string,
    known: { has(id: string): boolean } | undefined,
  ) => {
    const id = expect[key];
    return typeof id === 'string' ? lookUp(`${at}/${key}`, kind, id, known) : [];
  };
  return [
    ...one('rule', 'rule', items.rules),
    ...one('suppressedBy', 'suppression', items.suppressions),
    ...one('screenedBy', 'screen', items.screens),
    ...one('queue', 'queue', under.queues),
    ...one('state', 'state', under.states),
    ...one('pool', 'pool', registry?.pools),
    ...one('team', 'team', registry?.teams),
    ...one('owner', 'role', registry?.roles),
    ...(expect.gates ?? []).flatMap((id, i) => lookUp(`${at}/gates/${i}`, 'gate', id, under.gates)),
    ...(expect.clocks ?? []).flatMap(({ id }, i) =>
      lookUp(`${at}/clocks/${i}/id`, 'clock', id, under.clocks),
    ),
    ...(expect.refused ?? []).flatMap((id, i) => lookUp(`${at}/refused/${i}`, 'field', id, under.fields)),
  ];
}
