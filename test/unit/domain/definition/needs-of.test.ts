import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDefinition, mayBePublished } from '../../../../domain/definition/check-definition.ts';
import type { DefinitionRegistry } from '../../../../domain/definition/definition-registry.ts';
import { type Definition, definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { readDefinitionYaml } from '../../../../domain/definition/definition-yaml.ts';
import { type Need, needsOf } from '../../../../domain/definition/needs-of.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const product = ['requester', 'agent', 'approver', 'designer', 'auditor', 'admin'];
const slugs = [
  ...['access-request', 'customer-issue', 'general-request', 'refund', 'sales-enquiry', 'vendor-onboarding'],
];

interface Company {
  readonly roles: Map<string, string[]>;
  readonly teams: Map<string, string[]>;
  readonly pools: Map<string, number>;
  readonly calendars: Set<string>;
  readonly connections: Set<string>;
}

const empty = (): Company => ({
  roles: new Map([...product.map((role): [string, string[]] => [role, []]), ['admin', ['ada']]]),
  teams: new Map(),
  pools: new Map(),
  calendars: new Set(['always']),
  connections: new Set(),
});

const registryOf = ({ pools, ...company }: Company): DefinitionRegistry => ({
  ...company,
  pools: new Set(pools.keys()),
});

const needsIn = (definition: Definition, company: Company): readonly Need[] =>
  needsOf(definition, {
    registry: registryOf(company),
    roles: new Set(company.roles.keys()),
    pools: company.pools,
  });

/** What the button makes of them, with two people in everything where a second is needed. */
function make(needs: readonly Need[], company: Company): void {
  for (const { kind, id, second } of needs) {
    const people = second ? ['ada', 'ben'] : ['ada'];
    if (kind === 'role') company.roles.set(id, people);
    if (kind === 'team') company.teams.set(id, people);
    if (kind === 'pool') company.pools.set(id, people.length);
    if (kind === 'calendar') company.calendars.add(id);
    if (kind === 'connection') company.connections.add(id);
  }
}

const read = (slug: string): Definition =>
  definitionSchema.parse(
    readDefinitionYaml(
      readFileSync(new URL(`../../../../server/gallery/${slug}.yaml`, import.meta.url), 'utf8'),
    ),
  );

const fixture = (change: Readonly<Record<string, unknown>> = {}): Definition =>
  definitionSchema.parse(withChange(definitionFixture(), change));

describe('what a definition needs of an organisation', () => {
  it('is nothing for the general request where the first administrator designs', () => {
    const company = empty();
    company.roles.set('designer', ['ada']);
    expect(needsIn(read('general-request'), company)).toEqual([]);
  });

  it.each(slugs)('is all that keeps %s from being published by two people', (slug) => {
    const definition = read(slug);
    const company = empty();
    make(needsIn(definition, company), company);
    const again = needsIn(definition, company);
    expect(again).toEqual([]);
    const { problems } = checkDefinition(definition, registryOf(company));
    expect(problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(mayBePublished(problems)).toBe(true);
  });

  it('tells what is not there from what nobody is in', () => {
    const company = empty();
    company.teams.set('procurement', []);
    company.pools.set('procurement-emea', 0);
    company.roles.set('procurement-lead', []);
    const needs = needsIn(fixture(), company);
    const about = (kind: Need['kind'], id: string) =>
      needs.find((need) => need.kind === kind && need.id === id)?.lack;
    expect(about('team', 'procurement')).toBe('nobody');
    expect(about('pool', 'procurement-emea')).toBe('nobody');
    expect(about('role', 'procurement-lead')).toBe('nobody');
    expect(about('role', 'finance-approver')).toBe('missing');
    expect(about('calendar', 'hq')).toBe('missing');
  });

  it('asks for a second person where one alone could sign', () => {
    const company = empty();
    make(needsIn(fixture(), company), company);
    for (const role of company.roles.keys()) company.roles.set(role, ['ada']);
    const alone = needsIn(fixture(), company);
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.every(({ lack, second }) => lack === 'alone' && second)).toBe(true);
  });

  it('asks of a role that only sees a field that there is one, and of no connection where nobody knows which there are', () => {
    const company = empty();
    const definition = fixture({ '/form/fields/0/see': ['handler', 'spectator'] });
    expect(needsIn(definition, company)).toContainEqual({
      ...{ kind: 'role', id: 'spectator', lack: 'missing', second: false },
    });
    company.roles.set('spectator', []);
    expect(needsIn(definition, company).some(({ id }) => id === 'spectator')).toBe(false);
    const { connections: _, ...registry } = registryOf(company);
    const blind = needsOf(definition, { registry, roles: new Set(), pools: new Map() });
    expect(blind.filter(({ kind }) => kind === 'connection')).toEqual([]);
  });
});
