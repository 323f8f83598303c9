import { describe, expect, it } from 'vitest';
import { compileDefinition } from '../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { overviewOf } from '../../../../domain/definition/overview.ts';
import { definitionFixture } from '../../../support/definition-fixture.ts';

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
});
