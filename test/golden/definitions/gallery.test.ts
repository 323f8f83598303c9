import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../domain/definition/check-definition.ts';
import { compileDefinition, definitionHash } from '../../../domain/definition/compile-definition.ts';
import type { Definition } from '../../../domain/definition/definition-schema.ts';
import { readDefinitionYaml, writeDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import { runDefinitionTests, type TestRun } from '../../../domain/definition/run-tests.ts';
import { canonicalJson } from '../../../domain/hash/canonical-json.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';

const folder = new URL('../../../server/gallery/', import.meta.url);
const company = ['access-request', 'customer-issue', 'refund', 'sales-enquiry', 'vendor-onboarding'];
const slugs = [...company, 'general-request'].sort();

const textOf = (slug: string): string => readFileSync(new URL(`${slug}.yaml`, folder), 'utf8');

function definitionOf(slug: string): Definition {
  const { definition, problems } = checkDefinition(readDefinitionYaml(textOf(slug)));
  expect(problems).toEqual([]);
  if (definition === undefined) throw new Error(`${slug} is no definition`);
  return definition;
}

it('has five request types of a company, and one that needs nothing but people', () => {
  expect(readdirSync(folder).sort()).toEqual(slugs.map((slug) => `${slug}.yaml`));
});

describe.each(slugs)('%s', (slug) => {
  const definition = definitionOf(slug);
  const run: TestRun = runDefinitionTests(compileDefinition(definition));

  it('is written the one way a definition is written, and comes back the same', () => {
    const text = textOf(slug);
    const json = JSON.parse(JSON.stringify(readDefinitionYaml(text)));
    expect(writeDefinitionYaml(json)).toBe(text);
    expect(canonicalJson(readDefinitionYaml(text))).toBe(canonicalJson(json));
    expect(definition.slug).toBe(slug);
  });

  it('keeps its hash through JSON and YAML', () => {
    const json = JSON.parse(JSON.stringify(definition));
    expect(definitionHash(json)).toBe(definitionHash(definition));
    expect(hashJson(readDefinitionYaml(writeDefinitionYaml(json)))).toBe(definitionHash(definition));
  });

  it('passes all its tests, ten at least', () => {
    expect(run.results.filter(({ passed }) => !passed)).toEqual([]);
    expect(run.results.length).toBeGreaterThanOrEqual(10);
  });

  it('tries every rule of the chain a submission meets', () => {
    const first = definition.workflow.states.find(({ id }) => id === definition.workflow.initial)?.chain;
    const untried = run.coverage.rules.filter(
      ({ chain, rule, tests }) => chain === first && rule !== 'default' && tests === 0,
    );
    expect(untried).toEqual([]);
  });

  it('says urgency, due date, impact and evidence, and who answers for every open state', () => {
    const purposes = definition.form.fields.flatMap((field) =>
      'purpose' in field && field.purpose !== undefined ? [field.purpose] : [],
    );
    expect(purposes).toEqual(expect.arrayContaining(['urgency', 'due_date', 'impact', 'evidence']));
    for (const { category, owner, backup } of definition.workflow.states) {
      if (category === 'done') continue;
      expect(owner?.role).toMatch(/./);
      expect(backup?.role).toMatch(/./);
      expect(backup?.role).not.toBe(owner?.role);
    }
  });
});

describe('the five together', () => {
  const all = company.map(definitionOf);
  const chains = all.flatMap(({ chains: own }) => own);
  const ways = chains.flatMap(({ rules, default: last }) => [...rules, last]);
  const gates = all.flatMap((definition) => definition.gates ?? []);
  const clocks = all.flatMap((definition) => definition.clocks ?? []);
  const fields = all.flatMap(({ form }) => form.fields);
  const used = (words: readonly string[]) => [...new Set(words)].sort();

  it('have a field of every kind', () => {
    expect(used(fields.map(({ kind }) => kind))).toEqual(
      [
        ...['account', 'choice', 'computed', 'country', 'date', 'datetime', 'email', 'file', 'long_text'],
        ...['money', 'multi_choice', 'note', 'number', 'person', 'phone', 'short_text', 'table', 'team'],
        ...['url', 'yes_no'],
      ].sort(),
    );
  });

  it('send work to every kind of target, and say all that can happen when nobody is there', () => {
    const targets = ways.flatMap(({ to, backup }) => [to, ...(backup === undefined ? [] : [backup])]);
    expect(used(targets.flatMap((target) => Object.keys(target)))).toEqual(
      ['accountOwner', 'field', 'manager', 'pool', 'queue', 'role', 'team', 'territoryOwner'].sort(),
    );
    expect(used(ways.flatMap(({ onNobody }) => onNobody ?? []))).toEqual([
      'backup',
      'next',
      'unassigned',
      'wait',
    ]);
    expect(ways.some(({ skills }) => (skills ?? []).some(({ relax }) => relax !== undefined))).toBe(true);
    expect(ways.some(({ acknowledgeWithin }) => acknowledgeWithin !== undefined)).toBe(true);
    expect(used(ways.flatMap(({ exclude }) => exclude ?? []))).toEqual([
      'previous_owners',
      'requester_manager',
    ]);
  });

  it.each([
    ['sales-enquiry', 'intake', 'strategic-others', { pool: 'strategic-accounts' }],
    ['sales-enquiry', 'intake', 'open-issue', { pool: 'customer-success' }],
    ['sales-enquiry', 'intake', 'customer-others', { pool: 'account-management' }],
    ['customer-issue', 'triage', 'severity-1-waits', { pool: 'incident-response' }],
    ['vendor-onboarding', 'payment', 'foreign-currency', { pool: 'treasury' }],
  ])('let nobody else have what %s, %s, %s keeps for some: it waits for them', (slug, chain, rule, to) => {
    const found = all
      .find((definition) => definition.slug === slug)
      ?.chains.find(({ id }) => id === chain)
      ?.rules.find(({ id }) => id === rule);
    expect(found).toMatchObject({ to, onNobody: 'wait' });
  });

  it('screen for duplicates and by condition, and suppress in all three ways, for a time and standing', () => {
    const screens = chains.flatMap(({ screen }) => screen ?? []);
    const suppressions = chains.flatMap(({ suppress }) => suppress ?? []);
    expect(used(screens.map(({ kind }) => kind))).toEqual(['condition', 'duplicate']);
    expect(used(screens.flatMap(({ then }) => Object.keys(then)))).toEqual(
      ['continue', 'lowUrgency', 'queue', 'review'].sort(),
    );
    expect(used(suppressions.map(({ action }) => action))).toEqual(['do_not_notify', 'do_not_route', 'hold']);
    expect(used(suppressions.flatMap(({ until }) => Object.keys(until ?? {})))).toEqual([
      'date',
      'days',
      'when',
    ]);
    expect(suppressions.some(({ expiresOn }) => expiresOn !== undefined)).toBe(true);
    expect(suppressions.some(({ reviewOn }) => reviewOn !== undefined)).toBe(true);
  });

  it('ask for signatures in every quorum, one after the other, from every source, with deadlines', () => {
    const steps = gates.flatMap((gate) => gate.steps);
    expect(used(steps.map(({ quorum }) => quorum.kind))).toEqual(['all', 'any', 'n', 'percent']);
    expect(gates.some((gate) => gate.steps.length > 1)).toBe(true);
    expect(used(steps.flatMap(({ onDeadline }) => onDeadline ?? []))).toEqual([
      'escalate',
      'reject',
      'remind',
    ]);
    expect(used(steps.flatMap((step) => step.approvers.flatMap((source) => Object.keys(source))))).toEqual([
      'accountOwner',
      'field',
      'manager',
      'role',
      'team',
    ]);
  });

  it('have clocks of every kind with every step of an escalation, in business hours and around the clock', () => {
    expect(used(clocks.map(({ kind }) => kind))).toEqual(['first_response', 'resolution', 'state']);
    const steps = clocks.flatMap(({ thresholds }) => thresholds.flatMap((threshold) => threshold.steps));
    expect(used(steps.map((step) => step.do))).toEqual(
      ['manager', 'notify', 'queue', 'raise_priority', 'reassign'].sort(),
    );
    const calendars = clocks.flatMap(({ targets }) => targets.map(({ calendar }) => calendar));
    expect(calendars).toContain('always');
    expect(calendars).toContainEqual({ from: 'assignee-team' });
    expect(calendars).toContainEqual({ from: 'requester' });
    expect(clocks.some(({ pauseIn }) => pauseIn.length > 0)).toBe(true);
    expect(clocks.some(({ pauseWhileAsking }) => pauseWhileAsking === true)).toBe(true);
  });

  it('use scores, facts asked of others, integrations, and a stay that ends by itself', () => {
    expect(all.some(({ scores }) => scores !== undefined)).toBe(true);
    expect(all.some(({ provided }) => provided !== undefined)).toBe(true);
    expect(all.some(({ integrations }) => integrations !== undefined)).toBe(true);
    expect(all.some(({ expiry }) => expiry !== undefined)).toBe(true);
  });
});
