import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileDefinition } from '../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { readDefinitionYaml } from '../../../../domain/definition/definition-yaml.ts';
import type { NamesOfOthers } from '../../../../domain/definition/names-of-others.ts';
import { overviewOf } from '../../../../domain/definition/overview.ts';
import { overviewText } from '../../../../domain/definition/overview-text.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const textOf = (document: unknown, others?: NamesOfOthers): string =>
  overviewText(overviewOf(compileDefinition(definitionSchema.parse(document)), others));

const golden = (name: string): string => `../../../golden/definitions/${name}-overview.txt`;
const gallery = [
  ...['access-request', 'customer-issue', 'general-request', 'refund', 'sales-enquiry', 'vendor-onboarding'],
];

describe('the readable page of a definition', () => {
  it('says everything in the order in which a case meets it', async () => {
    await expect(textOf(definitionFixture())).toMatchFileSnapshot(golden('vendor'));
  });

  it('has words for everything a definition may say', async () => {
    const { put } = definitionFixture('thorough') as { put: Record<string, unknown> };
    await expect(textOf(withChange(definitionFixture(), put))).toMatchFileSnapshot(golden('thorough'));
  });

  it.each(gallery)('reads %s aloud', async (slug) => {
    const yaml = readFileSync(new URL(`../../../../server/gallery/${slug}.yaml`, import.meta.url), 'utf8');
    await expect(textOf(readDefinitionYaml(yaml))).toMatchFileSnapshot(golden(slug));
  });

  it('calls what it points at by the names of the directory, and says how a pool picks', () => {
    const text = textOf(definitionFixture(), {
      roles: { 'finance-approver': 'Signer for finance', 'procurement-lead': 'IT lead' },
      pools: { 'procurement-emea': { title: 'EMEA buyers', strategy: 'round_robin' } },
      calendars: { hq: 'Head office' },
    });
    expect(text).toContain('it goes to the pool “EMEA buyers”.');
    expect(text).toContain('“EMEA buyers” picks whoever is next in turn.');
    expect(text).toContain('any one of the signers for finance, within 2 working days');
    expect(text).toContain('The IT lead answers for it');
  });

  it('leaves out what a definition does not have', () => {
    const bare = withChange(definitionFixture(), {
      '/summary': undefined,
      '/who': undefined,
      '/keywords': undefined,
      '/gates': undefined,
      '/clocks': undefined,
      '/queues': undefined,
      '/tests': undefined,
      '/priority/table': [],
      '/workflow/states/1/gates': undefined,
      '/workflow/states/0/owner': undefined,
      '/workflow/states/3/outcome': undefined,
      '/form/sections/2/fields': [],
    });
    const text = textOf(bare);
    expect(text).toMatch(/^# Vendor onboarding\nEverybody may submit it; its cases are numbered VEN-….\n/);
    expect(text).toContain('- Done: The case is closed.');
    expect(text).toContain('the queue “duplicates”');
    expect(text).toContain('# Priority\nPriority 3.');
    expect(text).toContain('- Planning: Asks for nothing.');
    expect(text).not.toMatch(/# Approvals|# Clocks|# Tests/);
  });

  it('keeps hostile words on their line, letter by letter', () => {
    const hostile = '"><img src=x onerror=alert(1)>\n# Approvals\n- None: nobody signs.';
    const text = textOf(
      withChange(definitionFixture(), {
        '/title': hostile,
        '/form/fields/0/label': hostile,
        '/workflow/states/0/title': hostile,
        '/chains/0/rules/0/name': hostile,
      }),
    );
    const flat = '"><img src=x onerror=alert(1)> # Approvals - None: nobody signs.';
    expect(text.startsWith(`# ${flat}\n`)).toBe(true);
    expect(text).toContain(`1. ${flat}: If `);
    expect(text.match(/^# Approvals$/gm)).toHaveLength(1);
  });
});
