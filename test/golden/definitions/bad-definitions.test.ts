import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkDefinition } from '../../../domain/definition/check-definition.ts';
import type { DefinitionRegistry } from '../../../domain/definition/definition-registry.ts';
import { readDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Problem } from '../../../domain/error/problem.ts';
import { definitionFixture, withChange } from '../../support/definition-fixture.ts';

/** One bad definition: the sound one with some places changed, or a text of its own; and everything that is wrong with it. */
interface BadDefinition {
  readonly what: string;
  readonly put?: Readonly<Record<string, unknown>>;
  readonly drop?: readonly string[];
  readonly text?: string;
  /** Who holds which role; without it nobody asks the organisation. */
  readonly organisation?: 'all' | Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly (Omit<Problem, 'blocking'> & { readonly advice?: true })[];
}

const folder = join(import.meta.dirname, 'bad');

const roles = ['procurement-lead', 'operations-lead', 'finance-lead', 'finance-clerk', 'requester'];
const signers = ['security-reviewer', 'finance-approver'];

/** A company of two that has everything the sound definition names; `{}` is one that has nothing. */
function registryOf(organisation: NonNullable<BadDefinition['organisation']>): DefinitionRegistry {
  const people = ['ana', 'ben'];
  const nothing = organisation !== 'all' && Object.keys(organisation).length === 0;
  const held = (names: readonly string[]) => names.map((name): [string, readonly string[]] => [name, people]);
  return {
    roles: new Map(
      nothing
        ? []
        : [...held([...roles, ...signers]), ...Object.entries(organisation === 'all' ? {} : organisation)],
    ),
    teams: new Map(nothing ? [] : held(['procurement'])),
    pools: new Set(nothing ? [] : ['procurement-emea']),
    calendars: new Set(nothing ? [] : ['hq']),
    connections: new Set(),
    providers: new Set(),
    requestTypes: new Set(['vendor']),
  };
}

function problemsOf(bad: BadDefinition): readonly Problem[] {
  const dropped = Object.fromEntries((bad.drop ?? []).map((pointer) => [pointer, undefined]));
  try {
    const document =
      bad.text === undefined
        ? withChange(definitionFixture(), { ...bad.put, ...dropped })
        : readDefinitionYaml(bad.text);
    const registry = bad.organisation === undefined ? undefined : registryOf(bad.organisation);
    return checkDefinition(document, registry).problems;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [{ pointer: '', message: error.message, mend: '', blocking: true }];
  }
}

describe('a bad definition is refused with place and mend', () => {
  for (const file of readdirSync(folder)) {
    const bad = parse(readFileSync(join(folder, file), 'utf8')) as BadDefinition;
    it(`${file}: ${bad.what}`, () => {
      const found = problemsOf(bad).map(({ blocking, ...problem }) =>
        blocking ? problem : { ...problem, advice: true },
      );
      expect(found).toEqual(bad.problems);
    });
  }
});
