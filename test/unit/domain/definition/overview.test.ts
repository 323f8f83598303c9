import { describe, expect, it } from 'vitest';
import { compileDefinition } from '../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { overviewOf } from '../../../../domain/definition/overview.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const textOf = (document: unknown): string =>
  overviewOf(compileDefinition(definitionSchema.parse(document)))
    .map(({ title, sentences }) => [`# ${title}`, ...sentences].join('\n'))
    .join('\n\n');

describe('the readable page of a definition', () => {
  it('says everything in the order in which a case meets it', async () => {
    await expect(`${textOf(definitionFixture())}\n`).toMatchFileSnapshot(
      '../../../golden/definitions/vendor-overview.txt',
    );
  });

  it('has words for everything a definition may say', async () => {
    const { put } = definitionFixture('thorough') as { put: Record<string, unknown> };
    await expect(`${textOf(withChange(definitionFixture(), put))}\n`).toMatchFileSnapshot(
      '../../../golden/definitions/thorough-overview.txt',
    );
  });

  it('leaves out what a definition does not have', () => {
    const bare = withChange(definitionFixture(), {
      '/summary': undefined,
      '/who': undefined,
      '/keywords': undefined,
      '/gates': undefined,
      '/clocks': undefined,
      '/queues': undefined,
      '/priority/table': [],
      '/workflow/states/1/gates': undefined,
      '/workflow/states/0/owner': undefined,
      '/workflow/states/3/outcome': undefined,
      '/form/sections/2/fields': ['three_years'],
    });
    const text = textOf(bare);
    expect(text).toMatch(/^# Vendor onboarding\nEverybody may submit it; its cases are numbered VEN-….\n/);
    expect(text).toContain('In “Done” the case is closed.');
    expect(text).toContain('the queue “duplicates”');
    expect(text).toContain('# Priority\nPriority 3.');
    expect(text).not.toMatch(/# Approvals|# Clocks|“Planning”/);
  });
});
